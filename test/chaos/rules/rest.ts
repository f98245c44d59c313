import type { Violation } from '../check.ts';
import type { Evidence } from '../evidence.ts';

/** Long after every deadline nothing is on its way any more, on any side. */
export function checkRest({ ours, stripe, calcom, now }: Evidence): Violation[] {
  const found: Violation[] = [];
  const still = (bookingId: string | null, what: string) =>
    found.push({ rule: 'still on its way', bookingId, what });

  for (const booking of ours.bookings) {
    const { id, state } = booking;
    if (['held', 'checkout', 'authorised'].includes(state)) still(id, `is ${state}`);
    if (state === 'confirmed' && booking.ends_at < now) still(id, 'is confirmed after its end');
    if (booking.ended_at && !booking.calendar_released_at) still(id, `is ${state}, its slot not released`);
  }
  for (const { booking_id, state } of ours.refunds) {
    if (state === 'owed' || state === 'pending') still(booking_id, `a refund is ${state}`);
  }
  for (const { booking_id, answer } of ours.proposals) {
    if (answer === 'accepted') still(booking_id, 'an accepted proposal was not carried out');
  }
  for (const mail of ours.mails) {
    if (!mail.sent_at) still(mail.booking_id, `${mail.kind} was not sent (${mail.last_error})`);
  }
  for (const { source, type, handled_at, last_error } of ours.inbox) {
    if (!handled_at) still(null, `${source} ${type} was not handled (${last_error})`);
  }
  for (const { name, state, data, output } of ours.jobs) {
    still(null, `job ${name} is ${state}: ${JSON.stringify(data)} ${JSON.stringify(output)}`);
  }
  for (const { id, status, client_reference_id } of stripe.sessions) {
    if (status === 'open') still(client_reference_id, `Checkout session ${id} is open`);
  }
  for (const { id, status, metadata } of stripe.payment_intents) {
    if (status === 'requires_capture') still(metadata.booking ?? null, `${id} still holds money on a card`);
  }
  const byUid = new Map(ours.bookings.map((booking) => [booking.calcom_uid, booking.id]));
  for (const { uid, status } of calcom.bookings) {
    if (status === 'pending') still(byUid.get(uid) ?? null, `${uid} is pending on cal.com`);
  }
  return found;
}
