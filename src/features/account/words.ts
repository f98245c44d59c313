import { PASSWORD, type PasswordProblem } from './password-domain.ts';

/** What is wrong with a wanted password, and what to do. */
export const PASSWORD_WORDS: Record<PasswordProblem, string> = {
  'too-short': `At least ${PASSWORD.shortest} characters. A sentence is easier to keep than a riddle.`,
  'too-long': `At most ${PASSWORD.longest} characters.`,
  common: 'This one is on every list of leaked passwords, or is a run of keys. Take one nobody else would.',
  yours: 'This is little more than your name, your address or ours. Take one nobody would guess first.',
  same: 'This is the one you have. Take another.',
};

export const WRONG_PASSWORD = 'That is not your password. Nothing was changed.';

/** "Too many were wrong. Wait 12 minutes, then try again." */
export function tooOftenWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Too many were wrong. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
}

/** What has just changed, as the account's page says it. */
export const NOTICES = {
  password: ['Password changed.', 'Every other place you were signed in at is signed out.'],
  'second-factor-off': ['The second factor is off.', 'Your password alone opens this panel again.'],
  'passkey-kept': ['Passkey added.', 'Next time, sign in with it instead of the password.'],
  'passkey-named': ['Renamed.', ''],
  'passkey-gone': [
    'Passkey removed.',
    'It opens nothing here any more. You can delete it on the device too.',
  ],
  'session-ended': ['Signed out there.', ''],
  'others-ended': ['Signed out everywhere else.', 'Only this browser is still in.'],
  mails: ['Saved.', 'It holds from the next mail on.'],
  'email-asked': ['Look into your mail.', 'The change waits for a yes from the address you have.'],
  'email-stopped': ['The address stays.', 'The links in those mails no longer work.'],
} as const satisfies Record<string, readonly [title: string, text: string]>;

export type AccountNotice = keyof typeof NOTICES;

export const isNotice = (word: string | undefined): word is AccountNotice =>
  word !== undefined && Object.hasOwn(NOTICES, word);
