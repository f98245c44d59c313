import { expect, it } from 'vitest';
import { placeAfter, readMove, withMoved } from './work-order-domain.ts';

const rows = ['a', 'b', 'c'];

it.each([
  ['1:up', ['b', 'a', 'c'], 0],
  ['1:down', ['a', 'c', 'b'], 2],
  ['0:up', rows, 0],
  ['2:down', rows, 2],
  ['9:up', rows, 9],
])('%s gives %j', (key, expected, place) => {
  const move = readMove(key);
  if (!move) throw new Error('no move');
  expect(withMoved(rows, move)).toEqual(expected);
  expect(placeAfter(move, rows.length)).toBe(place);
});

it('is nothing else than a row and a way', () => {
  for (const typed of [null, undefined, '', '1', '1:', 'x:up', '-1:up', '1:left', '100:up', '1:up ']) {
    expect(readMove(typed)).toBeNull();
  }
});
