import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SandboxMessage } from '../../sandbox/mail/control.ts';
import { type MailSandbox, startMail } from '../../sandbox/mail/server.ts';

/** What the contract tests of the mail stand-in share: one of it a test file, emptied before each test. */
export const plain: SendMailOptions = {
  from: '508.dev <hello@508.test>',
  to: 'theo@example.com',
  subject: 'Booked',
  text: 'See you Thursday.',
};

export let mail: MailSandbox;

beforeAll(async () => {
  mail = await startMail({ smtpPort: 0, port: 0 });
});
afterAll(() => mail.close());
beforeEach(async () => {
  await fetch(`${mail.url}/_sandbox/reset`, { method: 'POST' });
});

export function send(
  message: SendMailOptions,
  options: { auth?: { user: string; pass: string }; socketTimeout?: number } = {},
) {
  return createTransport({ host: '127.0.0.1', port: mail.smtpPort, ...options }).sendMail(message);
}

export async function messages(to?: string, from = mail): Promise<SandboxMessage[]> {
  const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
  const answer = await fetch(`${from.url}/_sandbox/messages${query}`);
  return (await answer.json()) as SandboxMessage[];
}
