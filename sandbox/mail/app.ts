import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { sumsToOne } from '../chance.ts';
import { faultModes, type MailState } from './control.ts';
import type { Faults } from './faults.ts';
import { inboxPage } from './inbox-page.ts';
import type { Mailbox } from './mailbox.ts';
import { messagePage, messageViews, previewDocument } from './message-page.ts';
import { present } from './present.ts';

const faultSchema = z.strictObject({
  mode: z.enum(faultModes),
  times: z.int().positive().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
});

const odds = z.number().min(0).max(1).optional();
const chaosSchema = z.strictObject({
  chaos: z
    .strictObject({
      seed: z.int(),
      mail: z
        .strictObject({
          down: odds,
          'reject-temporary': odds,
          slow: odds,
          maxDelayMs: z.int().min(0).max(600_000).optional(),
        })
        .refine(({ down: _, ...odds }) => sumsToOne(odds), 'The odds of one message add up to more than 1.'),
    })
    .nullable(),
});

/**
 * A mail runs nothing and asks nothing of its reader: no scripts, no forms, a foreign origin. It may
 * show pictures and open links in a new tab.
 */
const previewPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'";

/** The mailbox for people at `/`, the control API for tests under `/_sandbox/`. */
export function createMailApp({
  mailbox,
  faults,
  hangUp,
}: {
  mailbox: Mailbox;
  faults: Faults;
  hangUp(): void;
}) {
  const app = new Hono();

  app.get('/', (c) => {
    const to = c.req.query('to') ?? '';
    return c.html(
      inboxPage({
        messages: mailbox.list(to),
        recipients: mailbox.recipients(),
        to,
        fault: faults.current(),
        chaos: faults.chaos() !== null,
      }),
    );
  });
  app.post('/clearing', async (c) => {
    await mailbox.clear();
    return c.redirect('/', 303);
  });
  app.post('/repair', (c) => {
    faults.clear();
    return c.redirect('/', 303);
  });

  app.get('/messages/:id', (c) => {
    const message = mailbox.find(c.req.param('id'));
    if (!message) return c.notFound();
    const asked = messageViews.find((view) => view === c.req.query('view'));
    return c.html(messagePage({ message, view: asked ?? (message.mail.html ? 'html' : 'text') }));
  });
  app.get('/messages/:id/preview', (c) => {
    const message = mailbox.find(c.req.param('id'));
    if (!message) return c.notFound();
    c.header('content-security-policy', previewPolicy);
    c.header('referrer-policy', 'no-referrer');
    return c.html(previewDocument(message));
  });
  app.get('/messages/:id/source', (c) => {
    const message = mailbox.find(c.req.param('id'));
    if (!message) return c.notFound();
    return download(c, message.raw, `${message.id}.eml`, 'message/rfc822');
  });

  app.get('/_sandbox/state', (c) => {
    const messages = mailbox.list().length;
    const [fault, chaos, struck] = [faults.current(), faults.chaos(), faults.struck()];
    return c.json({ messages, fault, chaos, struck } satisfies MailState);
  });
  app.post('/_sandbox/reset', async (c) => {
    await mailbox.clear();
    faults.clear();
    faults.forgetCounts();
    return c.json({ reset: true });
  });
  app.get('/_sandbox/messages', (c) => c.json(mailbox.list(c.req.query('to')).map(present)));
  app.delete('/_sandbox/messages', async (c) => {
    await mailbox.clear();
    return c.body(null, 204);
  });
  app.get('/_sandbox/messages/:id/attachments/:n{[0-9]+}', (c) => {
    const message = mailbox.find(c.req.param('id'));
    const n = Number(c.req.param('n'));
    const content = message?.mail.attachments[n]?.content;
    const about = message && present(message).attachments[n];
    if (!content || !about) return c.notFound();
    return download(c, content, about.filename, about.contentType);
  });

  app.get('/_sandbox/faults', (c) => c.json(faults.current()));
  app.post('/_sandbox/faults', async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const chance = chaosSchema.safeParse(body);
    if (chance.success) {
      faults.setChaos(chance.data.chaos);
      return c.json(faults.chaos(), 201);
    }
    const asked = faultSchema.safeParse(body);
    if (!asked.success) {
      const { error } = typeof body === 'object' && body && 'chaos' in body ? chance : asked;
      return c.json({ error: z.prettifyError(error) }, 422);
    }
    faults.set(asked.data);
    if (asked.data.mode === 'down') hangUp();
    return c.json(faults.current(), 201);
  });
  app.delete('/_sandbox/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  return app;
}

/** Always as a download: a mailed HTML or SVG file must not run on the mailbox's own origin. */
function download(c: Context, content: Buffer, filename: string, contentType: string) {
  return c.body(new Uint8Array(content), 200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
    'x-content-type-options': 'nosniff',
  });
}
