import type { Deps } from '../../deps.ts';
import { newToken } from '../../secrets.ts';
import type { Mail } from '../booking/emails/mail.ts';
import { type EmailChange, isOpen } from './email-domain.ts';
import { findEmailChange, keepLink, type Link } from './email-queries.ts';
import { type AccountMailInput, emailApproval, emailChanged, emailConfirmation } from './emails/account.ts';

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

/**
 * Sends a mail about an account, unless what it was to say is no longer so. The link in it is made here,
 * so that nobody but the address it goes to ever has it; a mail sent once more makes the first link void.
 */
export async function sendAccountMail(
  deps: Pick<Deps, 'db' | 'now' | 'mailer' | 'config'>,
  { kind, id }: { kind: keyof typeof ACCOUNT_MAILS; id: string },
): Promise<void> {
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
