import type { Price } from '../interviewers/domain.ts';

/** An interviewer as the lists for machines name them. */
export interface ListedInterviewer {
  slug: string;
  name: string;
  headline: string;
  price: Price;
  updatedAt: Date;
}
