import type { Deps } from '../../deps.ts';
import type { OutgoingMail } from '../../integrations/mail/port.ts';
import { newToken } from '../../secrets.ts';
import { urls } from '../../urls.ts';
import { apology } from './emails/apology.tsx';
import { candidateConfirmation } from './emails/candidate-confirmation.tsx';
import { interviewerNotice } from './emails/interviewer-notice.tsx';
import { invitation } from './emails/invitation.ts';
import type { Mail, MailInput } from './emails/mail.ts';
import { readReceipt } from './emails/read-receipt.tsx';
import { bookedInterviewer } from './interviewer-queries.ts';
import type { MailKind } from './mails.ts';
import { POLICY } from './policy.ts';
import { detailsOf, findBooking, insertLink, resumeInfo } from './queries.ts';

const DAY_MS = 86_400_000;

const kinds: Partial<
  Record<MailKind, { write: (input: MailInput) => Mail; to: 'candidate' | 'interviewer'; invites: boolean }>
> = {
  'candidate-confirmation': { write: candidateConfirmation, to: 'candidate', invites: true },
  'interviewer-notice': { write: interviewerNotice, to: 'interviewer', invites: true },
  'read-receipt': { write: readReceipt, to: 'candidate', invites: false },
  apology: { write: apology, to: 'candidate', invites: false },
};

/**
 * Writes a mail from the booking as it is now. Null when there is nobody to send it to: the booking is
 * gone, or its interviewer has no account any more.
 */
export async function composeMail(
  deps: Deps,
  owed: { id: string; bookingId: string; kind: string },
): Promise<OutgoingMail | null> {
  const kind = kinds[owed.kind as MailKind];
  const booking = await findBooking(deps.db, owed.bookingId);
  if (!kind || !booking) return null;
  const interviewer = await bookedInterviewer(deps.db, booking.interviewerId);
  const recipient =
    kind.to === 'candidate' ? booking.candidate : { name: interviewer.name, email: interviewer.email };
  if (!recipient.email) return null;

  const input: MailInput = {
    booking,
    interviewer,
    details: await detailsOf(deps.db, booking.id),
    resume: await resumeInfo(deps.db, booking.id),
    publicUrl: deps.config.publicUrl,
    contact: deps.config.operatorEmail,
    ...(kind.to === 'candidate' && { bookingLink: await newLink(deps, booking.id, booking.endsAt) }),
  };
  return {
    to: recipient.email,
    toName: recipient.name,
    // The site tells candidates to answer their confirmation when it was not worth it: the co-op reads that.
    replyTo: kind.to === 'candidate' ? deps.config.operatorEmail : booking.candidate.email,
    ...kind.write(input),
    messageId: `<${owed.id}@${deps.config.publicUrl.hostname}>`,
    ...(kind.invites && {
      invitation: { method: 'REQUEST' as const, content: invitation({ ...input, for: kind.to }) },
    }),
  };
}

/** A link that opens the booking in a browser that never saw it. Only the hash of its token is kept. */
async function newLink(deps: Deps, bookingId: string, sessionEndsAt: Date): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(sessionEndsAt.getTime() + POLICY.linkDaysAfterSession * DAY_MS);
  await insertLink(deps.db, { tokenHash: hash, bookingId, expiresAt });
  return new URL(urls.bookingLink(bookingId, token), deps.config.publicUrl).href;
}
