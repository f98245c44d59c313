import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from './domain.ts';

const SITE = 'https://interviews.508.dev';

test.each(['/admin', '/admin/bookings/1?a=b', '/operator'])('%s is a way on', (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  undefined,
  '',
  'admin',
  '//evil',
  '/\\evil',
  '/.//evil',
  '/%2e//evil',
  '\t//evil',
  'javascript:1',
])('%j is not', (next) => expect(safeNext(next)).toBeNull());

test('whatever it lets through stays on this site', () => {
  const pieces = fc.array(fc.constantFrom('/', '\\', '.', '\t', '\n', '@', ':', '%2e', 'evil', '?', '#'));
  fc.assert(
    fc.property(pieces, (parts) => {
      const next = safeNext(`/${parts.join('')}`);
      if (next !== null) expect(new URL(next, SITE).origin).toBe(SITE);
    }),
  );
});
