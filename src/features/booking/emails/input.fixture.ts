import { aBooking } from '../booking.fixture.ts';
import type { Booking } from '../domain.ts';
import type { MoneyBack } from '../mail-domain.ts';
import type { MailKind } from '../mails.ts';
import type { Mail, MailInput } from './mail.ts';

/** Three days before the session, which is on Thursday, November 19, at 15:00 in New York. */
export const NOW = new Date('2026-11-16T18:31:00Z');

/** A paid booking of invented people, as mails are written from it. */
export const aMailInput: MailInput = {
  booking: aBooking({
    state: 'confirmed',
    meetingUrl: 'https://meet.example.com/abc-defg-hij',
    paymentIntentId: 'pi_1',
    money: { captured: 150_00, refunded: 0 },
    confirmedAt: NOW,
    authorisedAt: new Date('2026-11-16T18:30:00Z'),
  }),
  interviewer: {
    slug: 'adaeze-okonkwo',
    name: 'Adaeze Okonkwo',
    headline: 'Frontend',
    portraitId: null,
    timeZone: 'Africa/Lagos',
    subjects: [],
    technologies: [],
    email: 'adaeze@example.com',
  },
  details: {
    background: 'Four years of React at a logistics company, mostly internal tools.',
    subject: 'Frontend',
    technologies: ['TypeScript', 'React'],
    focus: 'Rendering.\nThen caching.',
    targetCompanies: 'Two product companies',
    notes: 'I freeze when watched.',
  },
  resume: { filename: 'theo-marsh-resume.pdf', size: 1000 },
  publicUrl: new URL('https://interviews.508.dev'),
  bookingLink: 'https://interviews.508.dev/bookings/1?token=secret&x=1',
  contact: 'help@508.dev',
  now: NOW,
};

/** The same input with another booking. */
export const withBooking = (input: MailInput, changes: Partial<Booking>): MailInput => ({
  ...input,
  booking: { ...input.booking, ...changes },
});

/** The same input with these two names. */
export const named = (candidate: string, interviewer: string, input = aMailInput): MailInput => ({
  ...withBooking(input, { candidate: { ...input.booking.candidate, name: candidate } }),
  interviewer: { ...input.interviewer, name: interviewer },
});

export const LATE = new Date('2026-11-19T10:00:00Z');

/** What becomes of the price. */
export const ALL: MoneyBack = { kind: 'back', cents: 150_00, before: 0, cause: 'guarantee' };
export const KEPT: MoneyBack = { kind: 'kept' };
export const STUCK: MoneyBack = { kind: 'stuck', cents: 150_00 };
export const REST: MoneyBack = { kind: 'back', cents: 100_50, before: 49_50, cause: 'operator' };

/** Writes a mail from any input; the others change what it gets: the time, the booking's end, no link of the call. */
export type Writer = (input: MailInput) => Mail;
export const at =
  (now: Date, write: Writer): Writer =>
  (input) =>
    write({ ...input, now });
export const over =
  (changes: Partial<Booking>, write: Writer): Writer =>
  (input) =>
    write(withBooking(input, { state: 'cancelled', endedAt: input.now, sequence: 1, ...changes }));
export const silent =
  (write: Writer): Writer =>
  (input) =>
    write(withBooking(input, { meetingUrl: null }));

/** A kind of mail in one of the states that differ. */
export interface Sample {
  kind: MailKind;
  state: string;
  write: Writer;
}
