import { expect, test } from 'vitest';
import { isOpen, readEmail } from './email-domain.ts';

test.each([
  ['  Mara@Example.COM ', 'mara@example.com'],
  ['o’brien+work@mail.example.co.uk', 'o’brien+work@mail.example.co.uk'],
])('%j is kept as %s', (typed, email) => expect(readEmail(typed, 'old@example.com')).toEqual({ email }));

test.each([
  ['', 'not-an-address'],
  ['mara', 'not-an-address'],
  ['mara@example', 'not-an-address'],
  ['mara@example.com\r\nBcc: all@example.com', 'not-an-address'],
  ['Mara <mara@example.com>', 'not-an-address'],
  ['a@b.example, c@d.example', 'not-an-address'],
  [`${'m'.repeat(250)}@example.com`, 'not-an-address'],
  ['OLD@example.com', 'same'],
])('%j is refused: %s', (typed, problem) => expect(readEmail(typed, 'old@example.com')).toEqual({ problem }));

test('a change waits until both said yes or its time is over', () => {
  const change = {
    ...{ id: '1', userId: '2', name: 'Mara', oldEmail: 'a@example.com', newEmail: 'b@example.com' },
    ...{ approvedAt: null, confirmedAt: null, expiresAt: new Date('2026-11-20T10:00Z') },
  };
  expect(isOpen(change, new Date('2026-11-20T09:59Z'))).toBe(true);
  expect(isOpen(change, new Date('2026-11-20T10:00Z'))).toBe(false);
  expect(
    isOpen({ ...change, confirmedAt: new Date('2026-11-20T09:00Z') }, new Date('2026-11-20T09:59Z')),
  ).toBe(false);
});
