import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import type { MailChaos, MailState, SandboxFault } from '../../sandbox/mail/control.ts';
import { mail, messages, plain, send } from './mail-bench.ts';

describe('faults', () => {
  test.each([
    ['reject-permanent', 550],
    ['reject-temporary', 451],
  ] as const)('%s answers %i to the next message only, then heals', async (mode, responseCode) => {
    await fault({ mode, times: 1 });
    await expect(send({ ...plain, cc: 'second@example.com' })).rejects.toMatchObject({ responseCode });
    expect(await messages()).toEqual([]);

    await send(plain);
    expect(await messages()).toHaveLength(1);
  });

  test('down closes connections until it is ended', async () => {
    await fault({ mode: 'down' });
    await expect(send(plain)).rejects.toMatchObject({ code: expect.stringMatching(/ECONNECTION|ESOCKET/) });
    await expect(send(plain)).rejects.toThrow();

    await fetch(`${mail.url}/_sandbox/faults`, { method: 'DELETE' });
    await send(plain);
    expect(await messages()).toHaveLength(1);
  });

  test('down cuts a pooled connection that is already open', async () => {
    const pool = createTransport({ host: '127.0.0.1', port: mail.smtpPort, pool: true, maxConnections: 1 });
    await pool.sendMail(plain);
    await fault({ mode: 'down' });
    await expect(pool.sendMail(plain)).rejects.toThrow();
    pool.close();
    expect(await messages()).toHaveLength(1);
  });

  test('slow keeps the message but answers late, so that an impatient sender sends twice', async () => {
    await fault({ mode: 'slow', delayMs: 1200, times: 2 });
    const begun = performance.now();
    await send(plain);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1190);
    await expect(send(plain, { socketTimeout: 700 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await messages()).toHaveLength(2);
  });

  test('drop-after-accept says yes and loses the message', async () => {
    await fault({ mode: 'drop-after-accept', times: 1 });
    expect((await send(plain)).response).toMatch(/^250 /);
    expect(await messages()).toEqual([]);
    expect(await (await fetch(`${mail.url}/_sandbox/faults`)).json()).toBeNull();
  });

  test('an unknown fault is refused', async () => {
    const answer = await fetch(`${mail.url}/_sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'explode' }),
    });
    expect(answer.status).toBe(422);
  });
});

describe('chaos', () => {
  const chaos: MailChaos = {
    seed: 508,
    mail: { down: 0.2, 'reject-temporary': 0.3, slow: 0.2, maxDelayMs: 20 },
  };

  /** Whether each of twenty mails got through, one after the other. */
  async function row(seed: number): Promise<boolean[]> {
    await chance({ ...chaos, seed });
    const through: boolean[] = [];
    for (let count = 0; count < 20; count += 1) {
      through.push(
        await send(plain).then(
          () => true,
          () => false,
        ),
      );
    }
    await chance(null);
    return through;
  }

  test('decides the same for the same seed, and keeps every mail it said yes to', async () => {
    const first = await row(508);
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await messages()).toHaveLength(first.filter(Boolean).length);
    expect(await row(508)).toEqual(first);
    expect(await row(77)).not.toEqual(first);
    const { struck, chaos: left } = (await (await fetch(`${mail.url}/_sandbox/state`)).json()) as MailState;
    expect(Object.keys(struck).sort()).toEqual(['down', 'reject-temporary', 'slow']);
    expect(left).toBeNull();
    await send(plain);
  });

  test('is refused when its odds make no sense', async () => {
    const body = JSON.stringify({ chaos: { seed: 1, mail: { slow: 0.8, 'reject-temporary': 0.8 } } });
    expect((await fetch(`${mail.url}/_sandbox/faults`, { method: 'POST', body })).status).toBe(422);
  });

  async function chance(wanted: MailChaos | null): Promise<void> {
    const body = JSON.stringify({ chaos: wanted });
    expect((await fetch(`${mail.url}/_sandbox/faults`, { method: 'POST', body })).status).toBe(201);
  }
});

async function fault(body: SandboxFault): Promise<void> {
  const answer = await fetch(`${mail.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
}
