import type { ConnectRefusal } from './commands.ts';
import type { CheckName, KeyProblem, Trouble } from './domain.ts';

/** What is wrong with a connection, in one sentence. */
export function troubleWords(trouble: Trouble, byTeam: boolean): string {
  if (trouble === 'event-type-gone') return 'The event type for interviews is no longer there.';
  if (trouble === 'needs-repair') return 'Something on cal.com is not as interviews need it.';
  return byTeam ? 'cal.com refuses the co-op’s team key.' : 'cal.com refuses the key.';
}

export const KEY_PROBLEM_WORDS: Record<KeyProblem, string> = {
  empty: 'No key yet. Paste the one that cal.com shows once, right after you make it.',
  'too-short': 'That is too short for a key. Copy all of it: it starts with cal_.',
  'too-long': 'That is longer than any key. Copy the key alone: it starts with cal_.',
  'not-one-word': 'A key is one word of letters and digits. Copy the key alone: it starts with cal_.',
};

export const USERNAME_WORDS =
  'That is no cal.com username. It is the last part of your page: cal.com/username.';

/** Why it was not connected, and what to do. Nothing was changed in any of these. */
export const REFUSAL_WORDS: Record<ConnectRefusal, string> = {
  'key-refused':
    'cal.com does not know this key. It may have been deleted or have run out. Make a new one there and paste it.',
  'no-answer': 'cal.com did not answer. Nothing was changed. Try again in a minute.',
  'not-allowed': 'cal.com would not do that with this key. Nothing is connected. Check the account there.',
  nobody:
    'The co-op’s key sees nothing to book under that name. Check the name, or make an event type on cal.com first.',
  taken: 'Another interviewer is connected to this account. Each needs one of their own.',
  'another-account':
    'That key is of another cal.com account than the one connected. To change accounts, disconnect first.',
  gone: 'That event type is no longer there. Pick another.',
  'not-made':
    'The co-op’s key can’t make an event type in your account. Make one on cal.com, then come back.',
};

export const TEAM_KEY_REFUSED =
  'cal.com refuses the co-op’s key. The operator has to renew it. A key of your own works meanwhile.';

/** A check's name on the page. */
export const CHECK_NAMES: Record<CheckName, string> = {
  key: 'The key works',
  'event-type': 'The event type is there',
  length: 'It takes 90 minutes',
  confirmation: 'It asks for confirmation',
  pending: 'Unconfirmed bookings keep their slot',
  guests: 'Nobody brings guests',
  webhook: 'cal.com tells us of changes',
  deliveries: 'What it sends arrives',
  times: 'Times are free',
};

/** The same for one that failed: what is so instead. */
export const WRONG_NAMES: Record<CheckName, string> = {
  key: 'The key is refused',
  'event-type': 'The event type is gone',
  length: 'It does not take 90 minutes',
  confirmation: 'It does not ask for confirmation',
  pending: 'Unconfirmed bookings don’t keep their slot',
  guests: 'Candidates may bring guests',
  webhook: 'cal.com does not tell us of changes',
  deliveries: 'What it sends may not arrive',
  times: 'No time is free',
};

/** What repairing would change of an event type. */
export const CHANGE_WORDS: Partial<Record<CheckName, string>> = {
  length: '90 minutes and no other length',
  confirmation: 'asks for confirmation',
  pending: 'unconfirmed bookings keep their slot',
  guests: 'no guests',
};

export const NOTICES = {
  connected: ['Connected.', 'Your times are read now. They show on your page within a minute.'],
  renewed: ['The new key is in place.', 'You can delete the old one on cal.com.'],
  repaired: ['Repaired.', 'cal.com is as interviews need it.'],
  'not-repaired': [
    'cal.com would not change all of it with this key.',
    'What is still wrong below, change on cal.com yourself, or give a key of your own.',
  ],
  checked: ['Checked.', ''],
  disconnected: ['Disconnected.', 'The key is forgotten. Nobody new can book you.'],
} as const satisfies Record<string, readonly [title: string, text: string]>;

export type CalendarNotice = keyof typeof NOTICES;

export const isNotice = (word: string | undefined): word is CalendarNotice =>
  word !== undefined && Object.hasOwn(NOTICES, word);
