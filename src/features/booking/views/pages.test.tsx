import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { noAssets } from '../../../web/assets.fixture.ts';
import type { Shell } from '../../../web/env.ts';
import { aBooking } from '../booking.fixture.ts';
import type { BookedInterviewer, Booking, BookingDetails, BookingState } from '../domain.ts';
import type { DetailsForm } from '../forms.ts';
import { BookingPage } from './booking-page.tsx';
import { ClaimProblem } from './claim-problem.tsx';
import { DetailsPage } from './details-page.tsx';
import { PaymentPage } from './payment-page.tsx';
import type { StandingProps } from './standing.tsx';
import { ThanksStatus } from './thanks-page.tsx';
import { TimePage } from './time-page.tsx';

const now = new Date('2026-11-16T18:00:00Z');
const booking = aBooking({ calcomConnectionId: null });
const interviewer: BookedInterviewer = {
  slug: 'adaeze-okonkwo',
  name: 'Adaeze Okonkwo',
  headline: 'Frontend',
  portraitId: null,
  timeZone: 'Africa/Lagos',
  subjects: [
    { kind: 'subject', slug: 'frontend', name: 'Frontend' },
    { kind: 'subject', slug: 'coding', name: 'Coding' },
  ],
  technologies: [{ kind: 'technology', slug: 'react', name: 'React' }],
};
const details: BookingDetails = {
  background: 'Four years of React.',
  subject: 'Frontend',
  technologies: ['React'],
  focus: 'Rendering',
  targetCompanies: '',
  notes: '',
};
const shell: Shell = {
  assets: {
    ...noAssets,
    areas: { ...noAssets.areas, booking: { stylesheets: [], scripts: ['/booking.js'] } },
  },
  publicUrl: new URL('https://interviews.508.dev'),
  path: '/',
  theme: 'auto',
  isFirstVisit: false,
  contact: 'help@508.dev',
  sampleData: false,
  terms: { freeCancelHours: 24, guaranteeDays: 7 },
};
const calendar = {
  origin: 'https://app.cal.com',
  embedUrl: 'https://app.cal.com/embed/embed.js',
  link: 'adaeze/interview',
};

const html = (node: VNode) => renderToString(node);
const inState = (state: BookingState, more: Partial<Booking> = {}): Booking => ({
  ...booking,
  state,
  ...more,
});
const detailsPage = (form: DetailsForm) =>
  html(
    <DetailsPage
      {...{ shell, booking, interviewer, form, now }}
      resume={{ filename: 'cv.pdf', size: 2048 }}
    />,
  );
const standing = (more: Partial<StandingProps>): StandingProps => ({
  booking,
  interviewer,
  details,
  resume: null,
  refunds: [],
  proposal: null,
  claim: null,
  hasOpenDispute: false,
  reportAt: null,
  isReviewed: false,
  moving: null,
  nextStarts: [],
  now,
  contact: 'help@508.dev',
  ...more,
});
const thanks = (state: BookingState, more: Partial<Booking> = {}) =>
  html(<ThanksStatus {...standing({ booking: inState(state, more) })} />);

test('the time page tells its script where the calendar is, and has the form that claims a time', () => {
  const page = html(
    <TimePage
      {...{ shell, interviewer, calendar }}
      price={booking.price}
      quote="signed"
      contact="help@508.dev"
    />,
  );
  for (const part of [
    'data-link="adaeze/interview"',
    'data-origin="https://app.cal.com"',
    'src="/booking.js"',
    'name="interviewer" value="adaeze-okonkwo"',
    'name="quote" value="signed"',
    '<noscript>',
  ]) {
    expect(page).toContain(part);
  }
});

test('an interviewer without a calendar has no form to claim with, and a way on', () => {
  const page = html(
    <TimePage
      {...{ shell, interviewer }}
      calendar={null}
      price={booking.price}
      quote="signed"
      contact="help@508.dev"
    />,
  );
  expect(page).not.toContain('id="claim"');
  expect(page).toContain('mailto:help@508.dev');
});

test.each(['forged', 'claimed', 'taken', 'too-many-holds'] as const)(
  'a refusal because a time is %s brings fresh times and says that nothing was charged',
  (kind) => {
    const notice = html(<ClaimProblem kind={kind} />);
    expect(notice).toContain('data-fresh-times');
    expect(notice).toContain('role="alert"');
    expect(notice.toLowerCase()).toContain('nothing was charged');
  },
);

test('an unreachable calendar keeps the picked time and offers to claim it again', () => {
  const notice = html(<ClaimProblem kind="unreachable" retryUid="abcd" />);
  expect(notice).not.toContain('data-fresh-times');
  expect(notice).toContain('form="claim"');
});

test('the details start with what cal.com already knows', () => {
  const page = detailsPage({ values: {}, errors: {} });
  expect(page).toContain('value="Theo Marsh"');
  expect(page).toContain('value="theo@example.com"');
});

test('refused details keep every value, tie each message to its field and focus the first one', () => {
  const page = detailsPage({
    values: {
      name: '',
      email: 'theo@',
      background: 'Mine',
      subject: 'Coding',
      technologies: ['React'],
      notes: 'N',
    },
    errors: { name: 'Say who.', email: 'Incomplete.' },
  });
  expect(page).toContain('value="theo@"');
  expect(page).toContain('>Mine</textarea>');
  expect(page).toMatch(/value="Coding" checked/);
  expect(page).toMatch(/value="React" checked/);
  expect(page).toContain('cv.pdf');
  expect(page).toMatch(/id="name"[^>]*aria-describedby="name-error"[^>]*autofocus/);
  expect(page.match(/autofocus/g)).toHaveLength(1);
  expect(page).toContain('2 things to fix.');
});

test('Enter in a field cannot remove the resume', () => {
  const page = detailsPage({ values: {}, errors: {} });
  expect(page.indexOf('type="submit"')).toBeLessThan(page.indexOf('value="remove"'));
  expect(page.slice(page.indexOf('type="submit"') - 60, page.indexOf('type="submit"') + 60)).not.toContain(
    'remove',
  );
});

test('the order names the candidate’s zone and UTC, the price and how long it is held', () => {
  const page = detailsPage({ values: {}, errors: {} });
  for (const part of ['New York, UTC−5', '15:00–16:30', '20:00–21:30', '$150', '13:30 <small>New York']) {
    expect(page).toContain(part);
  }
});

test('the payment page explains the guarantee, shows what was entered and posts a plain form', () => {
  const page = html(<PaymentPage {...{ shell, booking, interviewer, details, now }} resume={null} />);
  expect(page).toContain('Pay with Stripe');
  expect(page).toContain('100% of the price');
  expect(page).toContain('Four years of React.');
  expect(page).toMatch(/<form class="form__submit" method="post" action="[^"]*\/payment" data-once="true">/);
});

test.each([
  ['checkout', {}, 'Looking for your payment.', true],
  ['authorised', { authorisedAt: now }, 'Getting a yes from the calendar.', true],
  ['confirmed', { confirmedAt: now }, 'Booked.', false],
  ['expired', { endReason: 'hold-expired' }, 'The half hour ran out.', false],
  ['released', { endReason: 'slot-refused' }, 'That time slipped away.', false],
] as const)(
  'while %s the thank-you page says so, and asks again only while it is open',
  (state, more, words, asks) => {
    const part = thanks(state, more);
    expect(part).toContain(words);
    expect(part.includes('hx-trigger="every 1s"')).toBe(asks);
    expect(part.includes('asks again every five seconds')).toBe(asks);
  },
);

test('nothing but a confirmed booking is called booked', () => {
  for (const state of ['held', 'checkout', 'authorised', 'expired', 'released', 'cancelled'] as const) {
    expect(thanks(state)).not.toMatch(/Booked|charged now/);
  }
});

test.each([
  ['held', 'Go on with your details'],
  ['authorised', 'Watch it happen'],
  ['confirmed', 'Where it stands'],
  ['expired', 'Pick another time'],
] as const)('the candidate’s own page of a booking that is %s leads on', (state, words) => {
  const page = html(<BookingPage shell={shell} {...standing({ booking: inState(state), details: null })} />);
  expect(page).toContain(words);
});

test('a call link that is no web address is not linked', () => {
  const page = html(
    <BookingPage
      shell={shell}
      {...standing({ booking: inState('confirmed', { meetingUrl: 'javascript:alert(1)' }) })}
    />,
  );
  expect(page).not.toContain('href="javascript:');
});
