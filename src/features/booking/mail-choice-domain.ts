/** Mails of a booking that an interviewer may do without. Everything else is sent whatever they chose. */
export const MAIL_CHOICES = [
  'reminder-day',
  'reminder-hour',
  'details-changed',
  'proposal-declined',
  'report-reminder',
  'review-written',
] as const;

export type MailChoice = (typeof MAIL_CHOICES)[number];

/** The choice that a mail falls under; null for one that is always sent. `occasion`: what tells two of a kind apart. */
export function choiceOf(kind: string, occasion: string): MailChoice | null {
  if (kind === 'reminder-interviewer') return occasion.startsWith('1h:') ? 'reminder-hour' : 'reminder-day';
  return MAIL_CHOICES.find((choice) => choice === kind) ?? null;
}
