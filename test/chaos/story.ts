import type Stripe from 'stripe';
import type { Evidence } from './evidence.ts';
import { calcomState, stripeState } from './far-side.ts';

/** All that the three sides know of one booking, in the order of its happening. */
export async function storyOf(
  evidence: Evidence,
  bookingId: string,
  urls: Record<'stripe' | 'calcom', string>,
): Promise<string> {
  const { ours, stripe, calcom, mailbox } = evidence;
  const booking = ours.bookings.find(({ id }) => id === bookingId);
  if (!booking) return `No booking ${bookingId}.`;
  const [{ events }, { deliveries }] = await Promise.all([
    stripeState(urls.stripe, ['events']),
    calcomState(urls.calcom, ['deliveries']),
  ]);
  const intents = stripe.payment_intents.filter(({ metadata }) => metadata.booking === bookingId);
  const marks = [bookingId, ...intents.map(({ id }) => id)];
  const chain = chainOf(calcom.bookings, booking.calcom_uid);
  const mails = ours.mails.filter(({ booking_id }) => booking_id === bookingId);

  const lines: [string, string][] = [
    ...ours.history
      .filter(({ booking_id }) => booking_id === bookingId)
      .map(({ at, actor, from_state, to_state, reason }): [string, string] => [
        at.toISOString(),
        `history   ${actor}: ${from_state ?? '·'} → ${to_state} (${reason})`,
      ]),
    ...events
      .filter(({ data }) => marks.some((mark) => JSON.stringify(data).includes(mark)))
      .map((event): [string, string] => [isoOf(event.created), `stripe    ${event.type} ${statusOf(event)}`]),
    ...chain.flatMap((one): [string, string][] => [
      [one.createdAt, `cal.com   ${one.uid} taken for ${one.start}`],
      [one.updatedAt, `cal.com   ${one.uid} is ${one.status}${one.rescheduledToUid ? ', moved' : ''}`],
    ]),
    ...deliveries
      .filter(({ bookingUid }) => chain.some(({ uid }) => uid === bookingUid))
      .map(({ at, trigger, outcome }): [string, string] => [at, `cal.com   webhook ${trigger}: ${outcome}`]),
    ...ours.inbox
      .filter(({ text }) => [...marks, ...chain.map(({ uid }) => uid)].some((mark) => text.includes(mark)))
      .map(({ received_at, source, type, handled_at }): [string, string] => [
        received_at.toISOString(),
        `inbox     ${source} ${type}: ${handled_at ? `handled ${handled_at.toISOString()}` : 'not handled'}`,
      ]),
    ...mails.map((mail): [string, string] => [
      mail.sent_at?.toISOString() ?? 'never',
      `mail      ${mail.kind} ${mail.occasion}: ${mailbox.filter(({ messageId }) => messageId.includes(mail.id)).length} arrived, ${mail.attempts} tries ${mail.last_error ?? ''}`,
    ]),
  ];
  const refunds = ours.refunds.filter(({ booking_id }) => booking_id === bookingId);
  return [
    `${booking.reference} ${bookingId}`,
    JSON.stringify(booking),
    ...lines.sort(([a], [b]) => a.localeCompare(b)).map(([at, text]) => `  ${at}  ${text}`),
    ...refunds.map((row) => `  refund    ${JSON.stringify(row)}`),
    ...stripe.refunds
      .filter(({ payment_intent }) => intents.some(({ id }) => id === payment_intent))
      .map(
        ({ id, amount, status, metadata }) =>
          `  at Stripe ${JSON.stringify({ id, amount, status, metadata })}`,
      ),
    ...intents.map(({ id, status, amount_received }) => `  intent    ${id} ${status} ${amount_received}`),
  ].join('\n');
}

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

const statusOf = ({ data }: Stripe.EventBase): string =>
  String((data.object as { status?: unknown }).status ?? '');

function chainOf(bookings: Evidence['calcom']['bookings'], uid: string): Evidence['calcom']['bookings'] {
  const byUid = new Map(bookings.map((booking) => [booking.uid, booking]));
  let first = byUid.get(uid);
  while (first?.rescheduledFromUid) first = byUid.get(first.rescheduledFromUid);
  const chain: Evidence['calcom']['bookings'] = [];
  for (let one = first; one; one = byUid.get(one.rescheduledToUid ?? '')) chain.push(one);
  return chain;
}
