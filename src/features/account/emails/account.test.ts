import { describe, expect, test } from 'vitest';
import { ACCOUNT_SAMPLES, anAccountMailInput, CHANGE_SAMPLES, NOTICE_SAMPLES } from './samples.fixture.ts';

describe.each(CHANGE_SAMPLES.map(({ kind, mail }) => [kind, mail] as const))('%s', (kind, mail) => {
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
});

test.each(NOTICE_SAMPLES)('$kind says when it was, and what to do if it was somebody else', ({ mail }) => {
  for (const version of [mail.html, mail.text]) {
    expect(version).toContain('Thu Nov 19, 15:00 UTC');
    expect(version).toContain('It was not?');
    expect(version).toContain('/admin/account');
    expect(version).toContain(anAccountMailInput.contact);
  }
});

test.each(ACCOUNT_SAMPLES)('$kind has one line for a subject and nothing left open', ({ mail }) => {
  expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  for (const version of [mail.html, mail.text]) expect(version).not.toMatch(/undefined|null|NaN|\[object/);
});
