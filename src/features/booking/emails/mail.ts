import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { type SessionWords, sessionWords } from '../words.ts';

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
}

export interface Mail {
  subject: string;
  html: string;
  text: string;
}

/** Puts a mail together. The subject is one line whatever a name contains; the text has no stray gaps. */
export function mail(subject: string, html: VNode, text: readonly (string | false | null)[]): Mail {
  return {
    subject: subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
    html: `<!doctype html>${renderToString(html)}`,
    text: `${text.filter((part) => typeof part === 'string').join('\n\n')}\n`,
  };
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

/** "Lagos, UTC+1: Thursday, November 19, 21:00–22:30" */
export const zoneLine = ({ zone, day, span }: SessionWords): string => `${zone}: ${day}, ${span}`;

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

/** Label and answer for the text version; long answers start on their own line. */
export const textRows = (rows: readonly [string, string][]): string =>
  rows
    .map(([label, value]) =>
      value.length > 60 || value.includes('\n') ? `${label}:\n${value}` : `${label}: ${value}`,
    )
    .join('\n');
