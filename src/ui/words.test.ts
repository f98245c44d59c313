import { describe, expect, it } from 'vitest';
import { safeAddress } from './external-link.tsx';
import { initialsOf } from './plate.tsx';
import { formatPrice } from './price.tsx';
import { currentFor } from './site-header.tsx';

describe('a price', () => {
  it.each([
    [150_00, 'usd', '$150'],
    [150_50, 'usd', '$150.50'],
    [0, 'usd', '$0'],
    [5_000_00, 'usd', '$5,000'],
    [120_00, 'eur', '€120'],
    [15_000, 'jpy', '¥15,000'],
  ])('of %i %s reads %s', (cents, currency, shown) => {
    expect(formatPrice({ cents, currency })).toBe(shown);
  });
});

describe('initials', () => {
  it.each([
    ['Adaeze Okonkwo', 'AO'],
    ['Wei-Lin Hsu', 'WH'],
    ['Prince', 'P'],
    ['  ana  de la   cruz ', 'AC'],
    ['Noor 🦊', 'N'],
    ['🦊', ''],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('an address out of the site', () => {
  it.each(['https://508.dev/', 'http://example.com/a', 'mailto:owner@508.dev'])('may be %s', (href) => {
    expect(safeAddress(href)).toBe(href);
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '/relative', ''])(
    'may not be "%s"',
    (href) => {
      expect(safeAddress(href)).toBeNull();
    },
  );
});

describe('the link in the header', () => {
  it('is the page itself, its parent, or neither', () => {
    expect(currentFor('/interviewers', '/interviewers')).toBe('page');
    expect(currentFor('/interviewers', '/interviewers/ada')).toBe('true');
    expect(currentFor('/interviewers', '/interviewers-old')).toBeUndefined();
    expect(currentFor('/#how', '/')).toBeUndefined();
  });
});
