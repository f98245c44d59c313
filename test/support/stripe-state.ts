import type { World } from './world.ts';

/** What Stripe (its stand-in) holds of one booking: the tests' second witness. */
export async function moneyOf(world: Pick<World, 'stripe'>, bookingId: string) {
  const state = await world.stripe.state();
  const sessions = state.sessions.filter((session) => session.client_reference_id === bookingId);
  const intents = state.payment_intents.filter((intent) => intent.metadata.booking === bookingId);
  return {
    sessions,
    intents,
    captured: intents.reduce((sum, intent) => sum + intent.amount_received, 0),
    refunds: state.refunds.filter((refund) => intents.some(({ id }) => id === refund.payment_intent)),
  };
}
