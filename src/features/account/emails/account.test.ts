import { describe, expect, test } from 'vitest';
import { ACCOUNT_SAMPLES, anAccountMailInput } from './samples.fixture.ts';

describe.each(ACCOUNT_SAMPLES.map(({ kind, mail }) => [kind, mail] as const))('%s', (kind, mail) => {
  test('names both addresses, and whom to write to, in both versions', () => {
    const { oldEmail, newEmail } = anAccountMailInput.change;
    for (const version of [mail.html, mail.text]) {
      for (const words of [oldEmail, newEmail, anAccountMailInput.contact]) expect(version).toContain(words);
    }
  });

  test('carries its link when it asks for something, and no link when it only tells', () => {
    const asks = kind !== 'email-changed';
    for (const version of [mail.html, mail.text]) {
      expect(version.includes(anAccountMailInput.token)).toBe(asks);
      expect(version.includes('Nov 20, 15:00 UTC')).toBe(asks);
    }
  });

  test('has one line for a subject and nothing left open', () => {
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    for (const version of [mail.html, mail.text]) expect(version).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
