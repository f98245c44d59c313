/** What a person types on the hosted page. */
export type CardForm = { email: string; cardNumber: string; expiration: string; cvc: string; name: string };

export type CardFormErrors = { [field in keyof CardForm]?: string };

export const EMPTY_FORM: CardForm = { email: '', cardNumber: '', expiration: '', cvc: '', name: '' };

export function readCardForm(sent: Record<string, unknown>): CardForm {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim().slice(0, 500) : '');
  return {
    email: text('email'),
    cardNumber: text('cardNumber'),
    expiration: text('expiration'),
    cvc: text('cvc'),
    name: text('name'),
  };
}

/** Everything but the number, which only the bank can judge. */
export function checkCardForm(form: CardForm, now: Date): CardFormErrors {
  const errors: CardFormErrors = {};
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email)) errors.email = 'Enter your email address.';
  if (form.cardNumber === '') errors.cardNumber = 'Enter your card number.';
  const expiration = expirationError(form.expiration, now);
  if (expiration) errors.expiration = expiration;
  if (!/^\d{3,4}$/.test(form.cvc)) errors.cvc = "Your card's security code is incomplete.";
  if (form.name === '') errors.name = 'Enter the name on the card.';
  return errors;
}

function expirationError(typed: string, now: Date): string | null {
  const [, month, year] = typed.match(/^(\d{2})\s*\/?\s*(?:20)?(\d{2})$/) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) {
    return "Your card's expiration date is incomplete.";
  }
  const firstDayAfter = Date.UTC(2000 + Number(year), Number(month));
  return firstDayAfter <= now.getTime() ? "Your card's expiration date is in the past." : null;
}
