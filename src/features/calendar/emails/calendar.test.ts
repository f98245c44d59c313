import { describe, expect, test } from 'vitest';
import { CALENDAR_SAMPLES } from './samples.fixture.ts';

describe.each(CALENDAR_SAMPLES.map((sample) => [sample.kind, sample.state, sample.to, sample.mail] as const))(
  '%s, %s, to the %s',
  (kind, _state, to, mail) => {
    test('says whose, which account and since when, with its zone, in both versions', () => {
      for (const version of [mail.html, mail.text]) {
        expect(version).toContain('cal.com/adaeze-okonkwo/interview');
        expect(version).toContain(to === 'operator' ? '15:00 UTC' : '16:00 in Lagos');
        expect(version).not.toMatch(/undefined|null|NaN|\[object/);
      }
      expect(mail.subject).toContain(to === 'operator' ? 'Adaeze Okonkwo’s' : 'Your');
    });

    test('says what to do when something is wrong', () => {
      expect(mail.text.includes('What to do:')).toBe(kind === 'calendar-broken');
      expect(mail.text.includes('Interviews that are booked stand') || kind === 'calendar-works').toBe(
        !mail.text.includes('People can still book'),
      );
    });
  },
);
