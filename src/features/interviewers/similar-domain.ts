import type { InterviewerSummary, Tag } from './domain.ts';

interface Tagged {
  subjects: readonly Tag[];
  technologies: readonly Tag[];
}

/** Up to three who share the most with someone; among equals, who is free first. */
export function similarTo(someone: Tagged, all: readonly InterviewerSummary[]): InterviewerSummary[] {
  const wanted = new Set(keysOf(someone));
  return all
    .map((person) => ({ person, shared: keysOf(person).filter((key) => wanted.has(key)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || nextOf(a.person) - nextOf(b.person))
    .slice(0, 3)
    .map(({ person }) => person);
}

const keysOf = ({ subjects, technologies }: Tagged): string[] =>
  [...subjects, ...technologies].map(({ kind, slug }) => `${kind} ${slug}`);

const nextOf = ({ open }: InterviewerSummary): number => open.next?.getTime() ?? Number.MAX_SAFE_INTEGER;
