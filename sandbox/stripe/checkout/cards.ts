/** What a test card does when it is tried. */
export type CardOutcome = 'pays' | 'declined' | 'insufficient' | 'authenticate';

export type TestCard = { number: string; outcome: CardOutcome };

/** Stripe's own test numbers, as far as this stand-in knows them. */
export const TEST_CARDS: readonly (TestCard & { says: string })[] = [
  { number: '4242424242424242', outcome: 'pays', says: 'Pays' },
  { number: '4000002760003184', outcome: 'authenticate', says: 'Asks for 3-D Secure' },
  { number: '4000002500003155', outcome: 'authenticate', says: 'Asks for 3-D Secure' },
  { number: '4000000000000002', outcome: 'declined', says: 'Is declined' },
  { number: '4000000000009995', outcome: 'insufficient', says: 'Has insufficient funds' },
];

/** The card behind a typed number; spaces and dashes are how people type. */
export function testCard(typed: string): TestCard | null {
  const number = typed.replace(/[\s-]/g, '');
  return TEST_CARDS.find((card) => card.number === number) ?? null;
}

/** `4242424242424242` → `4242 4242 4242 4242`. */
export function spaced(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Why a bank says no, in Stripe's codes and words. */
export type Decline = { code: string; declineCode: string | null; message: string };

export const DECLINES = {
  declined: { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' },
  insufficient: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  unauthenticated: {
    code: 'payment_intent_authentication_failure',
    declineCode: null,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  },
} as const satisfies Record<string, Decline>;

export const INCORRECT_NUMBER = 'Your card number is incorrect.';
