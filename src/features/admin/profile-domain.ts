import type { Price, Tag, WorkEntry } from '../interviewers/domain.ts';

/** What an interviewer may change about themselves, and nothing else. */
export interface ProfileInput {
  name: string;
  headline: string;
  line: string;
  summary: string;
  bio: string;
  /** What a session with them covers, in their own words. */
  covers: string;
  /** Pages elsewhere, as https addresses. */
  links: string[];
  languages: string[];
  timeZone: string;
  rateCents: number;
  /** Slugs of tags that exist. */
  subjects: string[];
  technologies: string[];
  /** Technologies nobody had until now. */
  newTechnologies: Pick<Tag, 'slug' | 'name'>[];
  workHistory: WorkEntry[];
}

/** The parts of a profile that are saved each by itself. */
export const PARTS = ['card', 'rate', 'tags', 'about', 'work'] as const;
export type Part = (typeof PARTS)[number];

/** The profile as it stands. */
export interface OwnProfile extends Omit<ProfileInput, 'rateCents' | 'newTechnologies'> {
  price: Price;
}

/** Every tag there is to choose from. */
export interface TagChoices {
  subjects: Tag[];
  technologies: Tag[];
}

/** Technologies a profile names at most. */
export const MOST_TECHNOLOGIES = 16;

/** The lowest and highest rate, in cents. Below the lowest a card costs more than one gets, and nobody is published. */
export const RATE = { lowest: 500, highest: 1_000_000 } as const;

/** "150", "$1,500" or "99.50" as whole cents; null for anything else. Digits only, never a fraction. */
export function parseCents(text: string): number | null {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{2}))?$/.exec(text.trim());
  if (!match?.[1]) return null;
  return Number(match[1].replaceAll(',', '')) * 100 + Number(match[2] ?? '0');
}

/** 15000 as it is typed: "150"; 9950 as "99.50". */
export function typedCents(cents: number): string {
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}

/** "C#" → "csharp", "C++" → "cpp", "Node.js" → "node-js": a tag's name as it stands in addresses. */
export function tagSlug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('#', 'sharp')
    .replaceAll('+', 'p')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
