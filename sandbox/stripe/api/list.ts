import { missing } from '../problem.ts';
import type { ListQuery } from './params.ts';

type Listed = { id: string; created?: number };
export type List<T> = { object: 'list'; url: string; has_more: boolean; data: T[] };

/**
 * One page of a list, newest first. `all` comes oldest first, as things were
 * made; within one second that order stands in for the time. A cursor may name
 * an item that the filter leaves out.
 */
export function listPage<T extends Listed>(
  url: string,
  all: readonly T[],
  query: ListQuery,
  keep: (item: T) => boolean = () => true,
): List<T> {
  const limit = query.limit ?? 10;
  const { starting_after: after, ending_before: before, created = {} } = query;
  const newestFirst = all.toReversed();
  const wanted = (item: T) => within(item.created ?? 0, created) && keep(item);
  if (before) {
    const newer = newestFirst.slice(0, positionOf(newestFirst, before, 'ending_before')).filter(wanted);
    return { object: 'list', url, has_more: newer.length > limit, data: newer.slice(-limit) };
  }
  const from = after ? positionOf(newestFirst, after, 'starting_after') + 1 : 0;
  const older = newestFirst.slice(from).filter(wanted);
  return { object: 'list', url, has_more: older.length > limit, data: older.slice(0, limit) };
}

function positionOf(items: readonly Listed[], id: string, param: string): number {
  const position = items.findIndex((item) => item.id === id);
  if (position < 0) throw missing('object', id, param);
  return position;
}

type Range = {
  gt?: number | undefined;
  gte?: number | undefined;
  lt?: number | undefined;
  lte?: number | undefined;
};

function within(at: number, { gt = -1, gte = 0, lt = Infinity, lte = Infinity }: Range): boolean {
  return at > gt && at >= gte && at < lt && at <= lte;
}
