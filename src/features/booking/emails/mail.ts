import { PROMISE } from '../../../ui/promise.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { firstName, type SessionWords, sessionWords } from '../words.ts';

/** What the mails of a booking are written from. */
export interface MailInput {
  booking: Booking;
  interviewer: BookedInterviewer & { email: string | null };
  details: BookingDetails | null;
  resume: ResumeInfo | null;
  publicUrl: URL;
  /** The candidate's link to the booking, with its token. */
  bookingLink?: string;
  /** A mail address that a person reads. */
  contact: string;
  /** When it is written: what is still possible is said as of then. */
  now: Date;
}

export interface Mail {
  subject: string;
  html: string;
  text: string;
}

/** The session for both people and everyone else. */
export function zonesOf({ booking, interviewer }: MailInput): {
  candidate: SessionWords;
  interviewer: SessionWords;
  utc: SessionWords;
} {
  return {
    candidate: sessionWords(booking, booking.candidate.timeZone),
    interviewer: sessionWords(booking, interviewer.timeZone),
    utc: sessionWords(booking, 'UTC'),
  };
}

const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A name that is written from right to left is kept to itself: the sentence around it keeps its order. */
function isolated(name: string): string {
  const plain = name.replace(DIRECTIONS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** Both people, as sentences name them: in full, and by the first word. */
export function namesOf({ booking, interviewer }: MailInput): {
  candidate: { full: string; first: string };
  interviewer: { full: string; first: string };
} {
  const both = (name: string) => ({ full: isolated(name), first: isolated(firstName(name)) });
  return { candidate: both(booking.candidate.name), interviewer: both(interviewer.name) };
}

/** "Lagos, UTC+1: Thursday, November 19, 21:00–22:30" */
export const zoneLine = ({ zone, day, span }: SessionWords): string => `${zone}: ${day}, ${span}`;

/** The guarantee, in the days that this booking was made with. */
export const promiseOf = ({ booking }: MailInput): string => PROMISE.terms(booking.terms.guaranteeDays);

/** Where the interviewer finds the booking. */
export const panelLink = ({ booking, publicUrl }: MailInput): string =>
  new URL(urls.adminBooking(booking.id), publicUrl).href;

/** Where the candidate finds other times of the same interviewer. */
export const timesLink = ({ interviewer, publicUrl }: MailInput): string =>
  new URL(urls.book(interviewer.slug), publicUrl).href;

/** The answers of the form that were given, under the names that mails use for them. */
export function answersOf({ details, resume }: MailInput): [string, string][] {
  if (!details) return [];
  const answers: [string, string][] = [
    ['Subject', details.subject],
    ['Technologies', details.technologies.join(', ')],
    ['Ask about', details.focus],
    ['Background', details.background],
    ['Target companies', details.targetCompanies],
    ['Anything else', details.notes],
    ['Resume', resume?.filename ?? ''],
  ];
  return answers.filter(([, answer]) => answer !== '');
}
