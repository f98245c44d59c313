import { describe, expect, test } from 'vitest';
import { MAIL_KINDS } from '../mails.ts';
import { aMailInput, named, withBooking } from './input.fixture.ts';
import type { MailInput } from './mail.ts';
import { SAMPLES } from './samples.fixture.ts';

const EACH = SAMPLES.map(({ kind, state, write }) => [`${kind}, ${state}`, write] as const);

test('every kind of mail has a sample', () => {
  expect(new Set(SAMPLES.map(({ kind }) => kind))).toEqual(new Set(MAIL_KINDS));
});

describe.each(EACH)('%s', (_, write) => {
  test('has a subject of one line, whatever the names contain', () => {
    const { subject } = write(
      named('Eve\r\nBcc: everyone@example.com\u2028\u0000', 'Ada\r\nCc: x@example.com'),
    );
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  test('shows markup in names and answers as the letters it is made of', () => {
    const evil = '<script>alert(1)</script>';
    const given = named(evil, evil);
    const { html } = write({
      ...given,
      details: {
        ...aMailInput.details,
        background: evil,
        focus: evil,
        subject: evil,
      } as MailInput['details'],
      resume: { filename: evil, size: 1 },
      booking: { ...given.booking, endNote: evil },
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>');
  });

  test('names the zone of its times, in both versions', () => {
    const { html, text } = write(aMailInput);
    for (const version of [html, text]) expect(version).toMatch(/UTC−5|UTC\+1|UTC: Thursday/);
  });

  test('says the same in HTML and as text', () => {
    const { html, text } = write(aMailInput);
    const shown = html
      .replace(/<div style="display:none.*?<\/div>/s, '')
      .replace(/<title>.*?<\/title>|<[^>]+>/gs, ' ')
      .replaceAll('&amp;', '&');
    const words = new Set(shown.split(/[\s.,:()]+/u));
    const missing = text
      .replace(/^> |https:\S+/gm, '')
      .split(/[\s.,:()>]+/u)
      .filter((word) => /^\p{L}{4,}$/u.test(word) && !words.has(word));
    // The bar of 60 and 30 minutes is a sentence in the text.
    expect(new Set(missing).difference(new Set(['minutes', 'interview', 'then', 'feedback']))).toEqual(
      new Set(),
    );
  });

  test('makes sense without details, link, resume, note or call', () => {
    const { bookingLink: _link, ...rest } = aMailInput;
    const bare = withBooking({ ...rest, details: null, resume: null }, { meetingUrl: null, endNote: '' });
    const { html, text, subject } = write(bare);
    for (const version of [html, text, subject]) expect(version).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('names the reference, which people read out', () => {
    const { html, text } = write(aMailInput);
    expect(html).toContain('508-7K2QD');
    expect(text).toContain('508-7K2QD');
  });

  test('keeps a name that runs from right to left to itself', () => {
    const { subject, text } = write(named('تيو مارش', 'אדאזה \u202eאוקונקוו'));
    for (const version of [subject, text]) {
      expect(version).not.toContain('\u202e');
      const bare = version.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
      expect(bare).not.toMatch(/[\u0590-\u06ff]/u);
    }
  });
});
