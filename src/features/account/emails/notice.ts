import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Mail } from '../../booking/emails/mail.ts';
import { button, say, sheet } from '../../booking/emails/sheet.tsx';

/** What a member is told of, because somebody else may have done it. */
export const NOTICE_KINDS = [
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'recovery-code-used',
  'recovery-codes-new',
  'passkey-added',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const WORDS: Record<NoticeKind, { heading: [string, string]; what: string }> = {
  'password-changed': {
    heading: ['Your password', 'has changed.'],
    what: 'Every other browser was signed out.',
  },
  'second-factor-on': {
    heading: ['Your second factor', 'is on.'],
    what: 'Signing in takes a code of your app from now on.',
  },
  'second-factor-off': {
    heading: ['Your second factor', 'is off.'],
    what: 'The password alone signs in from now on.',
  },
  'recovery-code-used': {
    heading: ['A recovery code', 'was used.'],
    what: 'Somebody signed in with it in place of the app’s code. It does not work again.',
  },
  'recovery-codes-new': {
    heading: ['You have new', 'recovery codes.'],
    what: 'The ones from before no longer work.',
  },
  'passkey-added': { heading: ['A passkey', 'was added.'], what: 'It signs in to your account by itself.' },
};

/** To the member, the moment it happened. */
export function accountNotice(
  kind: NoticeKind,
  { at, publicUrl, contact }: { at: Date; publicUrl: URL; contact: string },
): Mail {
  const { heading, what } = WORDS[kind];
  return sheet({
    subject: heading.join(' ').replace(/\.$/, ''),
    preview: what,
    heading,
    blocks: [
      say(`${what} It happened on ${formatInstant(at, 'UTC')} UTC.`),
      say('Then there is nothing to do.', 'That was you?'),
      say(`Change your password: that signs out everybody else. Then write to ${contact}.`, 'It was not?'),
      button('Open your account', new URL(urls.account(), publicUrl).href),
    ],
    why: 'You get this because this address signs in to the interviewers’ panel. Questions go to',
    contact,
  });
}
