import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { startMail } from '../../sandbox/mail/server.ts';
import { mail, messages, plain, send } from './mail-bench.ts';

const invitation = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//508.dev//test//EN',
  'METHOD:REQUEST',
  'BEGIN:VTIMEZONE',
  'TZID:America/New_York',
  'BEGIN:STANDARD',
  'DTSTART:20261101T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:booking-1@508.test',
  'SUMMARY:Practice interview\\, with Adaeze',
  'DTSTART;TZID=America/New_York:20261119T150000',
  'DTEND;TZID=America/New_York:20261119T163000',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('receiving', () => {
  test('a unicode subject, both bodies and the headers come back as sent', async () => {
    const sent = await send({
      ...plain,
      subject: 'Réservé: Tomás · 面試 ✓',
      html: '<p>See you <b>Thursday</b>.</p>',
      headers: { 'X-Booking': 'bk_1' },
      bcc: 'Audit@508.test',
    });

    const [message, ...others] = await messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      messageId: sent.messageId,
      from: '"508.dev" <hello@508.test>',
      to: ['theo@example.com', 'Audit@508.test'],
      subject: 'Réservé: Tomás · 面試 ✓',
      html: '<p>See you <b>Thursday</b>.</p>',
      attachments: [],
    });
    expect(message?.text.trim()).toBe('See you Thursday.');
    expect(message?.headers['x-booking']).toBe('bk_1');
    expect(message?.headers.bcc).toBeUndefined();
    expect(Date.parse(message?.date ?? '')).not.toBeNaN();
  });

  test('a missing text part is not made up from the HTML', async () => {
    await send({ ...plain, text: undefined, html: '<p>Only HTML</p>' });
    const [message] = await messages();
    expect(message?.text).toBe('');
    expect(message?.html.trim()).toBe('<p>Only HTML</p>');
  });

  test('the list is newest first and filters by whom it was delivered to, in any case', async () => {
    await send(plain);
    await send({ ...plain, subject: 'Second', to: 'Adaeze <adaeze@demo.508.test>', cc: 'theo@example.com' });

    expect((await messages()).map(({ subject }) => subject)).toEqual(['Second', 'Booked']);
    expect((await messages('ADAEZE@demo.508.test')).map(({ subject }) => subject)).toEqual(['Second']);
    expect(await messages('theo@example.com')).toHaveLength(2);
    expect(await messages('nobody@example.com')).toEqual([]);
  });

  test('attachment bytes are equal, also when there are many', async () => {
    const resume = randomBytes(3 * 1024 * 1024);
    await send({
      ...plain,
      attachments: [{ filename: 'résumé.pdf', content: resume, contentType: 'application/pdf' }],
    });

    const [message] = await messages();
    expect(message?.attachments).toEqual([
      { filename: 'résumé.pdf', contentType: 'application/pdf', size: resume.length },
    ]);
    const answer = await fetch(`${mail.url}/_sandbox/messages/${message?.id}/attachments/0`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(resume.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
    expect((await fetch(`${mail.url}/_sandbox/messages/${message?.id}/attachments/1`)).status).toBe(404);
  });

  test('an invitation keeps its calendar and its method', async () => {
    await send({ ...plain, icalEvent: { method: 'REQUEST', content: invitation, filename: 'invite.ics' } });

    const [message] = await messages();
    expect(message?.icalendar).toBe(invitation);
    expect(message?.attachments).toContainEqual(
      expect.objectContaining({ contentType: 'text/calendar', method: 'REQUEST' }),
    );
    const page = await (await fetch(`${mail.url}/messages/${message?.id}`)).text();
    expect(page).toContain('Practice interview, with Adaeze');
    expect(page).toContain('20261119T150000 (America/New_York)');
    expect(page).not.toContain('<dd>20261101T020000</dd>');
  });

  test('any name and password will do', async () => {
    await send(plain, { auth: { user: 'resend', pass: 'anything' } });
    expect(await messages()).toHaveLength(1);
  });

  test('more than 25 MB is refused for good', async () => {
    const attachments = [{ filename: 'film.bin', content: Buffer.alloc(26 * 1024 * 1024) }];
    await expect(send({ ...plain, attachments })).rejects.toMatchObject({ responseCode: 552 });
    expect(await messages()).toEqual([]);
  });
});

describe('pages', () => {
  test('a mail can neither script nor style the mailbox', async () => {
    await send({
      ...plain,
      subject: '<script>alert(1)</script>',
      html: '<script>alert(2)</script><a href="/x">x</a>',
    });

    const inbox = await (await fetch(mail.url)).text();
    expect(inbox).toContain('&lt;script&gt;alert(1)');
    expect(inbox).not.toContain('<script>alert(1)');

    const [message] = await messages();
    const page = await (await fetch(`${mail.url}/messages/${message?.id}`)).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/);

    const preview = await fetch(`${mail.url}/messages/${message?.id}/preview`);
    expect(preview.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts)/);
  });

  test('an unknown message is not found', async () => {
    for (const path of ['/messages/1', '/messages/1/preview', '/messages/1/source']) {
      expect((await fetch(mail.url + path)).status).toBe(404);
    }
  });
});

test('with a data directory, mail outlives a restart and a deletion empties it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mail-sandbox-'));
  const first = await startMail({ smtpPort: 0, port: 0, dataDir });
  await createTransport(first.smtpUrl).sendMail({ ...plain, bcc: 'audit@508.test' });
  const before = await messages(undefined, first);
  await first.close();

  const second = await startMail({ smtpPort: 0, port: 0, dataDir });
  expect(before).toHaveLength(1);
  expect(await messages('audit@508.test', second)).toEqual(before);
  await fetch(`${second.url}/_sandbox/messages`, { method: 'DELETE' });
  expect(await readdir(dataDir)).toEqual([]);
  await second.close();
  await rm(dataDir, { recursive: true });
});
