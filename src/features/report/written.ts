import type { Report } from './domain.ts';
import type { Problems } from './form.ts';

/** What a report is about. */
export interface Subject {
  bookingId: string;
  /** The candidate. */
  name: string;
  first: string;
  /** As the candidate chose it. */
  subject: string | null;
  startsAt: Date;
}

/** A draft as its page shows it. */
export interface Written {
  about: Subject;
  report: Report;
  problems: Problems;
  version: number;
  /** Tells this page's saves from another tab's. */
  tab: string;
  savedAt: Date | null;
  /** Where the times of the page are told. */
  zone: string;
}
