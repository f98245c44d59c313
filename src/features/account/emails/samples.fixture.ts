import type { Mail } from '../../booking/emails/mail.ts';
import { ACCOUNT_MAILS } from '../mails.ts';
import type { AccountMailInput } from './account.ts';
import { accountNotice, NOTICE_KINDS } from './notice.ts';

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

/** What members are told of. */
export const NOTICE_SAMPLES: readonly { kind: string; mail: Mail }[] = NOTICE_KINDS.map((kind) => ({
  kind,
  mail: accountNotice(kind, { ...anAccountMailInput, at: new Date('2026-11-19T15:00:00Z') }),
}));

/** The mails that ask for a yes, and the one that follows. */
export const CHANGE_SAMPLES: readonly { kind: string; mail: Mail }[] = Object.entries(ACCOUNT_MAILS).map(
  ([kind, { write }]) => ({ kind, mail: write(anAccountMailInput) }),
);

/** Every mail about an account, to look at. */
export const ACCOUNT_SAMPLES = [...CHANGE_SAMPLES, ...NOTICE_SAMPLES];
