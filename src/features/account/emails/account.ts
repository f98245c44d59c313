import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Mail } from '../../booking/emails/mail.ts';
import { button, rows, say, sheet } from '../../booking/emails/sheet.tsx';
import type { EmailChange } from '../email-domain.ts';

/** What mails about an account are written from. */
export interface AccountMailInput {
  change: EmailChange;
  /** Proves that the mail arrived; only in the mails that ask. */
  token: string;
  publicUrl: URL;
  contact: string;
}

const WHY = 'You get this because this address signs in to the interviewers’ panel. Not you? Write to';

const until = ({ change }: AccountMailInput): string =>
  `The link is good until ${formatInstant(change.expiresAt, 'UTC')} UTC, and once.`;

const addresses = ({ change }: AccountMailInput) =>
  rows(['Until now', change.oldEmail], ['From then on', change.newEmail]);

/** To the old address: approve, or be warned. */
export function emailApproval(input: AccountMailInput): Mail {
  const { publicUrl, token, contact } = input;
  return sheet({
    subject: 'Sign in with another address?',
    preview: 'Somebody who knows your password asked for it. It takes your yes.',
    heading: ['Sign in with', 'another address?'],
    blocks: [
      say('Somebody who is signed in as you, and knows your password, asked to use another address:'),
      addresses(input),
      button('See it and approve', new URL(urls.emailApproval(token), publicUrl).href),
      say(`Then the new address is asked too. ${until(input)}`),
      say('Do not approve. Sign in and change your password: that signs out everybody else.', 'Not you?'),
    ],
    why: WHY,
    contact,
  });
}

/** To the new address, once the old one approved: confirm. */
export function emailConfirmation(input: AccountMailInput): Mail {
  const { publicUrl, token, contact } = input;
  return sheet({
    subject: 'Confirm this address',
    preview: 'The address from before approved. With your yes, you sign in with this one.',
    heading: ['Is this', 'your address?'],
    blocks: [
      say('The address from before approved the change. With your yes, you sign in with this one:'),
      addresses(input),
      button('See it and confirm', new URL(urls.emailConfirmation(token), publicUrl).href),
      say(until(input)),
    ],
    why: 'You get this because somebody wants to sign in to 508.dev’s interviewers’ panel with this address. Not you? Do nothing, or write to',
    contact,
  });
}

/** To the old address, when it is done. */
export function emailChanged(input: AccountMailInput): Mail {
  const { change, contact } = input;
  return sheet({
    subject: 'Your sign-in address has changed',
    preview: `It is ${change.newEmail} now. Both addresses said yes.`,
    heading: ['Your address', 'has changed.'],
    blocks: [
      say('Both addresses said yes. You sign in with the new one, and we write to it:'),
      addresses(input),
      say(`Write to ${contact} at once. A person reads it.`, 'Not you?'),
    ],
    why: WHY,
    contact,
  });
}
