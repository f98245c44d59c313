import type { Deps } from '../../deps.ts';
import type { JobPayloads } from '../../jobs/queue.ts';
import { newToken } from '../../secrets.ts';
import type { Mail } from '../booking/emails/mail.ts';
import { type EmailChange, isOpen } from './email-domain.ts';
import { findEmailChange, keepLink, type Link } from './email-queries.ts';
import { type AccountMailInput, emailApproval, emailChanged, emailConfirmation } from './emails/account.ts';
import { accountNotice, NOTICE_KINDS, type NoticeKind } from './emails/notice.ts';
import { addressOf } from './queries.ts';

interface Kind {
  write: (input: AccountMailInput) => Mail;
  to: (change: EmailChange) => string;
  /** Whether there is still something to say. */
  holds: (change: EmailChange, now: Date) => boolean;
  link?: Link;
}

/** The mails about an account. */
export const ACCOUNT_MAILS = {
  'email-approval': {
    write: emailApproval,
    to: ({ oldEmail }) => oldEmail,
    holds: (change, now) => isOpen(change, now) && change.approvedAt === null,
    link: 'approval',
  },
  'email-confirmation': {
    write: emailConfirmation,
    to: ({ newEmail }) => newEmail,
    holds: (change, now) => isOpen(change, now) && change.approvedAt !== null,
    link: 'confirmation',
  },
  'email-changed': {
    write: emailChanged,
    to: ({ oldEmail }) => oldEmail,
    holds: ({ confirmedAt }) => confirmedAt !== null,
  },
} as const satisfies Record<string, Kind>;

type Sender = Pick<Deps, 'db' | 'now' | 'mailer' | 'config'>;

/** Tells a member by mail what has just been done to their account. */
export async function tellMember(
  { db, jobs }: Pick<Deps, 'db' | 'jobs'>,
  userId: string,
  kind: NoticeKind,
): Promise<void> {
  await jobs.enqueue(db, 'account.mail', { kind, id: userId });
}

/** Sends a mail about an account, unless what it was to say is no longer so. */
export async function sendAccountMail(
  deps: Sender,
  { kind, id }: JobPayloads['account.mail'],
): Promise<void> {
  const notice = NOTICE_KINDS.find((one) => one === kind);
  if (notice) await sendNotice(deps, notice, id);
  else if (Object.hasOwn(ACCOUNT_MAILS, kind)) {
    await sendAboutChange(deps, kind as keyof typeof ACCOUNT_MAILS, id);
  }
}

async function sendNotice(deps: Sender, kind: NoticeKind, userId: string): Promise<void> {
  const { publicUrl, operatorEmail: contact } = deps.config;
  const member = await addressOf(deps.db, userId);
  if (!member) return;
  const at = deps.now();
  await deps.mailer.send({
    ...accountNotice(kind, { at, publicUrl, contact }),
    ...{ to: member.email, toName: member.name, replyTo: contact },
    messageId: `<${userId}.${kind}.${at.getTime()}@${publicUrl.hostname}>`,
  });
}

/**
 * The link is made here, so that nobody but the address it goes to ever has it; a mail sent once more
 * makes the first link void.
 */
async function sendAboutChange(deps: Sender, kind: keyof typeof ACCOUNT_MAILS, id: string): Promise<void> {
  const { db, config } = deps;
  const { write, to, holds, link }: Kind = ACCOUNT_MAILS[kind];
  const change = await findEmailChange(db, id);
  if (!change || !holds(change, deps.now())) return;
  const { token, hash } = newToken();
  if (link) await keepLink(db, id, link, hash);
  const contact = config.operatorEmail;
  const mail = write({ change, token, publicUrl: config.publicUrl, contact });
  await deps.mailer.send({
    ...mail,
    to: to(change),
    toName: change.name,
    replyTo: contact,
    messageId: `<${id}.${kind}@${config.publicUrl.hostname}>`,
  });
}
