import type { Deps } from '../../deps.ts';
import type { OutgoingMail } from '../../integrations/mail/port.ts';
import { newToken } from '../../secrets.ts';
import { urls } from '../../urls.ts';
import { invitation } from './emails/invitation.ts';
import type { MailInput } from './emails/mail.ts';
import { bookedInterviewer } from './interviewer-queries.ts';
import { KINDS, type Recipient } from './mail-kinds.ts';
import type { MailKind } from './mails.ts';
import { POLICY } from './policy.ts';
import { detailsOf, findBooking, insertLink, resumeInfo } from './queries.ts';

const DAY_MS = 86_400_000;

/**
 * Writes a mail from the booking as it is now. Null when there is nothing to say any more (a reminder of
 * a session that was canceled, a proposal that was withdrawn), or nobody to say it to.
 */
export async function composeMail(
  deps: Deps,
  owed: { id: string; bookingId: string; kind: string; occasion: string },
): Promise<OutgoingMail | null> {
  const kind = KINDS[owed.kind as MailKind];
  const booking = await findBooking(deps.db, owed.bookingId);
  if (!kind || !booking) return null;
  const now = deps.now();
  const write = await kind.prepare({ db: deps.db, booking, occasion: owed.occasion, now });
  if (!write) return null;

  const interviewer = await bookedInterviewer(deps.db, booking.interviewerId);
  const contact = deps.config.operatorEmail;
  const recipient = recipients({ booking, interviewer, contact })[kind.to];
  if (!recipient.email) return null;
  const input: MailInput = {
    booking,
    interviewer,
    details: await detailsOf(deps.db, booking.id),
    resume: await resumeInfo(deps.db, booking.id),
    publicUrl: deps.config.publicUrl,
    contact,
    now,
    ...(kind.to === 'candidate' && { bookingLink: await newLink(deps, booking.id, booking.endsAt) }),
  };
  const coopAnswers = kind.to === 'candidate' || kind.answers === 'co-op';
  return {
    to: recipient.email,
    toName: recipient.name,
    // The site tells candidates to answer their confirmation when it was not worth it: the co-op reads that.
    replyTo: coopAnswers ? contact : booking.candidate.email,
    ...write(input),
    messageId: `<${owed.id}@${deps.config.publicUrl.hostname}>`,
    ...(kind.calendar &&
      kind.to !== 'operator' && {
        invitation: {
          method: kind.calendar,
          content: invitation({ ...input, method: kind.calendar, for: kind.to }),
        },
      }),
  };
}

function recipients({
  booking,
  interviewer,
  contact,
}: Pick<MailInput, 'booking' | 'interviewer' | 'contact'>): Record<
  Recipient,
  { name: string; email: string | null }
> {
  return {
    candidate: booking.candidate,
    interviewer,
    operator: { name: '508.dev operator', email: contact },
  };
}

/** A link that opens the booking in a browser that never saw it. Only the hash of its token is kept. */
async function newLink(deps: Deps, bookingId: string, sessionEndsAt: Date): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(sessionEndsAt.getTime() + POLICY.linkDaysAfterSession * DAY_MS);
  await insertLink(deps.db, { tokenHash: hash, bookingId, expiresAt });
  return new URL(urls.bookingLink(bookingId, token), deps.config.publicUrl).href;
}
