import type { Mail } from '../../booking/emails/mail.ts';
import { ACCOUNT_MAILS } from '../mails.ts';
import type { AccountMailInput } from './account.ts';

export const anAccountMailInput: AccountMailInput = {
  change: {
    id: '0190b5a4-0000-7000-8000-000000000001',
    userId: '0190b5a4-0000-7000-8000-000000000002',
    name: 'Adaeze Okonkwo',
    oldEmail: 'adaeze@example.com',
    newEmail: 'okonkwo@example.org',
    approvedAt: null,
    confirmedAt: null,
    expiresAt: new Date('2026-11-20T15:00:00Z'),
  },
  token: 'a-token-for-the-preview',
  publicUrl: new URL('https://interviews.508.dev'),
  contact: 'interviews@508.dev',
};

/** Every mail about an account, to look at. */
export const ACCOUNT_SAMPLES: readonly { kind: string; mail: Mail }[] = Object.entries(ACCOUNT_MAILS).map(
  ([kind, { write }]) => ({ kind, mail: write(anAccountMailInput) }),
);
