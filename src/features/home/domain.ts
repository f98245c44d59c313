import type { Price } from '../interviewers/domain.ts';

/** One person on the home page. */
export interface Highlight {
  slug: string;
  name: string;
  headline: string;
  summary: string;
  portraitId: string | null;
  price: Price;
  isSample: boolean;
}

/** What the home page says that only the catalogue knows. */
export interface HomeFacts {
  /** The lowest price anyone asks; null while nobody can be booked. */
  from: Price | null;
  people: Highlight[];
  /** Where published members have worked, the most people first. */
  companies: string[];
}

/** Words that describe work without naming whom it was for. */
const NAMELESS = /^(consulting|freelance|self-employed|contracting|independent|various|stealth)\b/iu;

/** Whether the entry names a company: "Stripe" does, "A backup company" and "Consulting" do not. */
export function isCompanyName(company: string): boolean {
  const words = company.trim().split(/\s+/u);
  return words.every((word) => !/^\p{Ll}/u.test(word)) && !NAMELESS.test(company.trim());
}

/** The companies to print: names only, not our own, no more than `most`. */
export function companiesWorthNaming(companies: readonly string[], most = 8): string[] {
  return companies.filter((company) => isCompanyName(company) && company !== '508.dev').slice(0, most);
}
