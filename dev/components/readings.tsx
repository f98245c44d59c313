import { Notice, SampleNote } from '../../src/ui/notice.tsx';
import { Plate } from '../../src/ui/plate.tsx';
import { Price } from '../../src/ui/price.tsx';
import { GuaranteePromise } from '../../src/ui/promise.tsx';
import { Ruler } from '../../src/ui/ruler.tsx';
import { Tags } from '../../src/ui/tag.tsx';
import { formatSpan, Time, zoneLabel } from '../../src/ui/time.tsx';
import type { Specimen } from './specimen.tsx';

const AT = new Date('2026-11-19T20:00:00Z');
const NIGHT = new Date('2026-11-19T21:30:00Z');
const FORTY = Array.from({ length: 40 }, (_, index) => `Technology ${index + 1}`);

const prices = [
  { cents: 150_00, currency: 'usd' },
  { cents: 150_50, currency: 'usd' },
  { cents: 0, currency: 'usd' },
  { cents: 5_000_00, currency: 'usd' },
  { cents: 120_00, currency: 'eur' },
  { cents: 15_000, currency: 'jpy' },
];

const zones = ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];

const names = { two: 'Ada Byron', one: 'Prince', emoji: 'Noor 🦊', rtl: 'ליאת כהן', none: '🦊' };

/** What one reads. */
export const readings: Specimen[] = [
  {
    name: 'Notice',
    states: () => ({
      info: <Notice title="You are looking at an older version.">Reload to see the current one.</Notice>,
      done: <Notice tone="done" title="Saved." />,
      error: (
        <Notice tone="error" title="The calendar did not answer.">
          Nothing was charged. Try again in a minute.
        </Notice>
      ),
      sample: <SampleNote />,
    }),
  },
  {
    name: 'Guarantee',
    states: () => ({
      short: <GuaranteePromise />,
      'with its terms': <GuaranteePromise days={7} />,
      bare: <GuaranteePromise bare />,
    }),
  },
  {
    name: 'Ruler',
    states: () => ({
      'of minutes': <Ruler />,
      'of a clock': <Ruler labels={['15:00', '16:00', '16:30']} />,
      'without words': <Ruler legend={false} />,
    }),
  },
  {
    name: 'Price',
    states: () => ({
      'common and odd': (
        <p class="cluster num">
          {prices.map((price) => (
            <Price key={`${price.cents}${price.currency}`} {...price} />
          ))}
        </p>
      ),
    }),
  },
  {
    name: 'Time',
    states: () =>
      Object.fromEntries(
        zones.map((zone) => [
          zoneLabel(zone, AT),
          <p key={zone}>
            <Time at={AT} zone={zone} />, <Time at={AT} zone={zone} show="day" />,{' '}
            <Time at={AT} zone={zone} show="clock" />, {formatSpan(AT, NIGHT, zone)}
          </p>,
        ]),
      ),
  },
  {
    name: 'Tags',
    states: () => ({
      subjects: <Tags kind="subject" names={['System design', 'Engineering management']} />,
      technologies: <Tags kind="technology" names={['C', 'TypeScript', 'Kubernetes']} />,
      forty: <Tags kind="technology" names={FORTY} />,
    }),
  },
  {
    name: 'Plate',
    states: ({ portraitId }) => ({
      portrait: <Plate portraitId={portraitId} name="Ada Byron" />,
      'portrait, signal': <Plate portraitId={portraitId} name="Ada Byron" signal />,
      'no portrait, signal': <Plate portraitId={null} name="Ada Byron" signal />,
      ...Object.fromEntries(
        Object.entries(names).map(([what, name]) => [
          `initials: ${what}`,
          <Plate key={what} portraitId={null} name={name} />,
        ]),
      ),
    }),
  },
];
