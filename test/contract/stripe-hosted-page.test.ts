import { describe, expect, it } from 'vitest';
import {
  CHALLENGED,
  create,
  eventTypes,
  PAYS,
  standIn,
  state,
  stripe,
  submit,
  typed,
} from './stripe-bench.ts';

describe('the hosted page', () => {
  it('shows what is paid for, and that the card is only held', async () => {
    const { id, url } = await create();
    const answer = await fetch(url ?? '');
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    for (const text of [
      'System design interview',
      '60 minutes with Grace',
      'Pay $150.00',
      'not charged yet',
    ]) {
      expect(shown).toContain(text);
    }
    expect(shown).toContain('value="ada@example.com"');
    expect(shown).toContain('href="http://app.test/bookings/b1"');
    expect(shown).toContain(`action="/c/pay/${id}"`);
  });

  it('leads to the success page, once, however often it is sent', async () => {
    const { id } = await create();
    const success = `http://app.test/bookings/b1/thanks?session=${id}`;
    const both = await Promise.all([
      submit(`/c/pay/${id}`, typed(PAYS)),
      submit(`/c/pay/${id}`, typed(PAYS)),
    ]);
    for (const answer of both) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(success);
    }
    expect((await state()).charges).toHaveLength(1);
    const later = await fetch(`${standIn.url}/c/pay/${id}`, { redirect: 'manual' });
    expect(later.headers.get('location')).toBe(success);
  });

  it.each([
    ['4000 0000 0000 0002', 'Your card was declined.', 'generic_decline'],
    ['4000 0000 0000 9995', 'Your card has insufficient funds.', 'insufficient_funds'],
  ])('keeps the session open when %s is tried', async (card, message, declineCode) => {
    const { id } = await create();
    const answer = await submit(`/c/pay/${id}`, typed(card));
    const shown = await answer.text();
    expect(answer.status).toBe(422);
    expect(shown).toContain(message);
    expect(shown).not.toContain(`value="${card}"`);
    expect(shown).toContain('value="Ada Lovelace"');
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(session).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { decline_code: declineCode },
      },
    });
    expect(await eventTypes()).toEqual(['payment_intent.payment_failed']);
    expect((await submit(`/c/pay/${id}`, typed(PAYS))).status).toBe(303);
    expect((await state()).payment_intents).toHaveLength(1);
  });

  it('refuses a number it does not know', async () => {
    const { id } = await create();
    const answer = await submit(`/c/pay/${id}`, typed('1234 5678'));
    expect(await answer.text()).toContain('Your card number is incorrect.');
    expect((await state()).payment_intents).toEqual([]);
  });

  it('asks the bank, and pays when the bank is satisfied', async () => {
    const { id } = await create();
    const asked = await submit(`/c/pay/${id}`, typed(CHALLENGED));
    expect(asked.headers.get('location')).toBe(`/c/pay/${id}/authenticate`);
    expect(
      (await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })).payment_intent,
    ).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url' },
    });
    expect(await (await fetch(`${standIn.url}/c/pay/${id}/authenticate`)).text()).toContain(
      'Complete authentication',
    );
    const done = await submit(`/c/pay/${id}/authenticate`, { outcome: 'complete' });
    expect(done.headers.get('location')).toContain(`session=${id}`);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete' });
  });

  it('stays open when the bank is not satisfied', async () => {
    const { id } = await create();
    await submit(`/c/pay/${id}`, typed('4000 0025 0000 3155'));
    const answer = await submit(`/c/pay/${id}/authenticate`, { outcome: 'fail' });
    expect(await answer.text()).toContain('unable to authenticate');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' });
    expect((await eventTypes()).at(-1)).toBe('payment_intent.payment_failed');
  });

  it('says when it has expired, with the way back', async () => {
    const { id } = await create();
    await stripe.checkout.sessions.expire(id);
    const answer = await submit(`/c/pay/${id}`, typed(PAYS));
    const shown = await answer.text();
    expect(answer.status).toBe(410);
    expect(shown).toContain('expired');
    expect(shown).toContain('href="http://app.test/bookings/b1"');
  });

  it('shows words inert, whatever they hold', async () => {
    const { url } = await create({
      line_items: [
        {
          price_data: {
            currency: 'usd',
            unit_amount: 100,
            product_data: { name: '<script>alert(1)</script>' },
          },
        },
      ],
    });
    const shown = await (await fetch(url ?? '')).text();
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>alert');
  });
});
