import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { GuaranteePromise } from '../../ui/promise.tsx';
import { POLICY } from '../booking/policy.ts';
import { GUARANTEE, guaranteeEnds } from './domain.ts';

test('the guarantee ends seven days after the session, to the minute, over a change of clocks', () => {
  expect(guaranteeEnds(new Date('2026-10-29T21:30:00Z'))).toEqual(new Date('2026-11-05T21:30:00Z'));
});

test('pages and mails promise the days that the policy grants', () => {
  const promised = `within ${POLICY.guaranteeDays} days of the session`;
  expect(GUARANTEE).toContain(promised);
  expect(renderToString(GuaranteePromise({ long: true }))).toContain(promised);
});
