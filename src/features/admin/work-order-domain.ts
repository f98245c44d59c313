/** A row of a list that goes one place up or down. */
export interface Move {
  row: number;
  by: -1 | 1;
}

/** "3:up" of a key; null for anything else. */
export function readMove(typed: unknown): Move | null {
  const [, row, way] = /^(\d{1,2}):(up|down)$/.exec(String(typed)) ?? [];
  return row === undefined ? null : { row: Number(row), by: way === 'up' ? -1 : 1 };
}

/** Where the row then stands: where it was, at either end. */
export const placeAfter = ({ row, by }: Move, count: number): number =>
  row < count ? Math.min(Math.max(row + by, 0), count - 1) : row;

/** The list with the row moved; as it was where there is no such row, or no place to go. */
export function withMoved<Row>(rows: readonly Row[], move: Move): Row[] {
  const to = placeAfter(move, rows.length);
  const [row, other] = [rows[move.row], rows[to]];
  if (row === undefined || other === undefined) return [...rows];
  return rows.with(to, row).with(move.row, other);
}
