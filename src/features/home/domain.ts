import type { Price } from '../interviewers/domain.ts';

/** A published interviewer, as far as the home page cares. */
export interface Highlight {
  id: string;
  slug: string;
  name: string;
  headline: string;
  summary: string;
  portraitId: string | null;
  price: Price;
  subjects: string[];
  isFeatured: boolean;
  isSample: boolean;
  /** Their next open time, as far as we know; null while they have none. */
  nextOpenAt: Date | null;
  /** Whether their calendar was ever read. */
  calendarRead: boolean;
}

/** What a candidate said, with leave to print it. */
export interface Testimonial {
  quote: string;
  attribution: string;
  isSample: boolean;
}

/** An interviewer who can be booked, and for when. */
export interface OpenTime {
  person: Highlight;
  at: Date;
}

/** What the home page says that only the database knows. */
export interface HomeFacts {
  /** The lowest price anyone asks; null while nobody can be booked. */
  from: Price | null;
  people: Highlight[];
  /** Where published members have worked, the most people first. */
  companies: string[];
  testimonials: Testimonial[];
  open: OpenTime[];
  /** The zone of the visitor's clock; every time on the page is in it. */
  zone: string;
}

/** The few to show: those the co-op features, then whoever is free soonest, then the rest as they come. */
export function selection(everyone: readonly Highlight[], most: number): Highlight[] {
  return [...everyone]
    .sort((a, b) => Number(b.isFeatured) - Number(a.isFeatured) || openAt(a) - openAt(b))
    .slice(0, most);
}

/** The next open times, one to a person: the board is there to choose from, not to be filled by one. */
export function nextOpenTimes(everyone: readonly Highlight[], most: number): OpenTime[] {
  return everyone
    .flatMap((person) => (person.nextOpenAt ? [{ person, at: person.nextOpenAt }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, most);
}

/** The least anyone asks, in the currency most of them ask it in: amounts of two can't be compared. */
export function lowestPrice(everyone: readonly { price: Price }[]): Price | null {
  const byCurrency = Map.groupBy(everyone, ({ price }) => price.currency);
  const [most] = [...byCurrency.values()].sort((a, b) => b.length - a.length);
  return most?.map(({ price }) => price).reduce((a, b) => (b.cents < a.cents ? b : a)) ?? null;
}

/** Later than any time there is, and still a number that can be subtracted. */
const NEVER = Number.MAX_SAFE_INTEGER;

const openAt = ({ nextOpenAt }: Highlight): number => nextOpenAt?.getTime() ?? NEVER;

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
