import { expect, test } from 'vitest';
import { fileSize } from '../../ui/file-size.ts';
import { problemWith } from './file-field.ts';
import { clock } from './hold.ts';

const LIMIT = 5 * 1024 * 1024;

test.each([
  [29 * 60_000 + 41_000, '29:41'],
  [30 * 60_000, '30:00'],
  [400, '00:01'],
  [0, '00:00'],
])('%i milliseconds of a hold read %s', (milliseconds, reading) => {
  expect(clock(milliseconds)).toBe(reading);
});

test('a file is refused for what it is before it travels', () => {
  expect(problemWith({ name: 'cv.txt', type: 'text/plain', size: 10 }, LIMIT)).toContain('not a PDF');
  expect(problemWith({ name: 'cv.pdf', type: 'application/pdf', size: 0 }, LIMIT)).toContain('empty');
  expect(problemWith({ name: 'cv.pdf', type: 'application/pdf', size: LIMIT + 1 }, LIMIT)).toContain('5 MB');
});

test('a PDF up to the limit is taken, also where the browser does not know its type', () => {
  expect(problemWith({ name: 'cv.pdf', type: 'application/pdf', size: LIMIT }, LIMIT)).toBeNull();
  expect(problemWith({ name: 'CV.PDF', type: '', size: 10 }, LIMIT)).toBeNull();
});

test('sizes are said in the unit people know', () => {
  expect(fileSize(188_416)).toBe('184 KB');
  expect(fileSize(LIMIT)).toBe('5 MB');
  expect(fileSize(12)).toBe('1 KB');
});
