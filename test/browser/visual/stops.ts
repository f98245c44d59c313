import { expect, type Page } from '@playwright/test';
import { GROUP_NAMES } from '../../../dev/components/groups.ts';
import { photographOf, SKINS } from '../../../src/features/admin/faces.fixture.ts';
import { DELIVERY } from '../../support/still/records.ts';
import { BOOKINGS, INTERVIEWER } from '../../support/still/stages.ts';
import type { Onlooker, SiteName } from '../../support/still/worlds.ts';
import { calendarIn, restingCalendar } from './resting-calendar.ts';

/** A page of the site in one of its states. */
export interface Stop {
  /** Names its pictures. */
  name: string;
  path: string;
  /** The usual one unless named. */
  site?: SiteName;
  /** A candidate with a booking at every stage unless named. */
  onlooker?: Onlooker;
  /** What is set up before the page is asked for. */
  before?(page: Page): Promise<unknown>;
  /** From the page as it opens to the state that this is about. */
  arrive?(page: Page, width: number): Promise<unknown>;
  /** What is waited for after the theme changed. */
  themed?(page: Page, theme: Theme): Promise<unknown>;
  /** Whether the picture ends where the screen does: for what lies over the page, and for long lists. */
  screenOnly?: boolean;
  /** Both unless named. */
  themes?: readonly Theme[];
  /** Narrowest screen that there is a picture of. */
  photographedFrom?: number;
  /** Widest screen that has this state. */
  upTo?: number;
  /** Selects repetitions: axe sees them once, with all of its rules. */
  moreOfTheSame?: string;
}

const booking = (stage: keyof typeof BOOKINGS, step = '') => `/bookings/${BOOKINGS[stage]}${step}`;
const inPanel = (stage: keyof typeof BOOKINGS, step = '') => `/admin/bookings/${BOOKINGS[stage]}${step}`;
const press = (name: RegExp | string) => (page: Page) =>
  page.getByRole('button', { name }).filter({ visible: true }).last().click();

const public_: Stop[] = [
  { name: 'home', path: '/' },
  { name: 'list', path: '/interviewers' },
  {
    ...{ name: 'list-filtered', path: '/interviewers?q=engineer&subject=system-design&max=200&sort=price' },
    screenOnly: true,
  },
  { name: 'list-fits-nobody', path: '/interviewers?subject=frontend&technology=rust', screenOnly: true },
  {
    ...{ name: 'filter-sheet', path: '/interviewers?subject=coding', screenOnly: true, upTo: 600 },
    arrive: (page) => page.getByRole('button', { name: /^Filter/ }).click(),
  },
  { name: 'profile', path: '/interviewers/mara-lindqvist' },
  {
    ...{ name: 'profile-dialog', path: '/interviewers', screenOnly: true },
    arrive: async (page) => {
      await page.getByRole('link', { name: 'Daniel Abramov' }).click();
      await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
  { name: 'profile-paused', path: '/interviewers/tomas-ferreira' },
  { name: 'terms', path: '/terms' },
  { name: 'privacy', path: '/privacy' },
  { name: 'refunds', path: '/refunds' },
  { name: 'error-404', path: '/nowhere' },
  { name: 'error-429', path: '/still/too-fast' },
  { name: 'error-500', path: '/still/broken' },
];

const book: Stop[] = [
  {
    ...{ name: 'time', path: `/interviewers/${INTERVIEWER}/book`, arrive: restingCalendar },
    themed: calendarIn,
  },
  {
    ...{ name: 'time-no-answer', path: `/interviewers/${INTERVIEWER}/book`, screenOnly: true },
    before: (page) => page.route('**/embed/embed.js', (route) => route.abort('blockedbyclient')),
    arrive: (page) =>
      expect(page.getByRole('heading', { name: 'The calendar does not answer.' })).toBeVisible(),
  },
  { name: 'details', path: booking('held', '/details') },
  {
    ...{ name: 'details-wrong', path: booking('held', '/details'), screenOnly: true },
    arrive: async (page) => {
      await page.getByLabel('Email').fill('theo@example');
      await press(/Continue to payment/)(page);
      await expect(page.getByRole('alert')).toContainText('to fix');
    },
  },
  { name: 'payment', path: booking('described', '/payment') },
  { name: 'looking-for-payment', path: booking('checkout', '/thanks') },
  { name: 'confirming', path: booking('authorised', '/thanks') },
  { name: 'thanks', path: booking('confirmed', '/thanks') },
  { name: 'booking', path: booking('confirmed') },
  { name: 'booking-unfinished', path: booking('described'), screenOnly: true },
  { name: 'booking-refused', path: booking('refused') },
  { name: 'hold-expired', path: booking('lapsed', '/details') },
  { name: 'booking-changed', path: booking('proposed') },
  { name: 'booking-canceled', path: booking('called') },
  { name: 'booking-called-off', path: booking('calledOff') },
  { name: 'booking-past', path: booking('past') },
  { name: 'booking-claimed', path: booking('claimed') },
  { name: 'cancellation', path: booking('proposed', '/cancellation') },
  { name: 'cancellation-late', path: booking('soon', '/cancellation') },
  { name: 'move', path: booking('proposed', '/move'), arrive: restingCalendar, themed: calendarIn },
  { name: 'claim', path: booking('past', '/claim') },
  { name: 'claim-again', path: booking('claimed', '/claim'), screenOnly: true },
  { name: 'link-needed', path: '/bookings/0190b5a4-0000-7000-8000-000000000000' },
];

const panel: Stop[] = [
  { name: 'sign-in', path: '/admin/sign-in' },
  {
    ...{ name: 'sign-in-refused', path: '/admin/sign-in', screenOnly: true },
    arrive: async (page) => {
      await page.getByLabel('Email').fill('sam@example.com');
      await page.getByLabel('Password').fill('not this one');
      await press('Open the panel')(page);
      await expect(page.getByText('That did not match.')).toBeVisible();
    },
  },
  { name: 'panel-agenda', path: '/admin', onlooker: 'interviewer' },
  { name: 'panel-booking', path: `/admin/bookings/${BOOKINGS.confirmed}`, onlooker: 'interviewer' },
  { name: 'panel-profile', path: '/admin/profile', onlooker: 'interviewer' },
  {
    ...{ name: 'panel-profile-wrong', path: '/admin/profile', onlooker: 'interviewer', screenOnly: true },
    arrive: async (page) => {
      await page.getByLabel('Price per interview').fill('nothing');
      await expect(page.getByText('Type an amount, and see here')).toBeVisible();
      await press('Save the price')(page);
      await expect(page.getByText('Not saved yet.')).toBeVisible();
    },
  },
  { name: 'panel-booking-canceled', path: inPanel('calledOff'), onlooker: 'interviewer' },
  { name: 'panel-booking-past', path: inPanel('past'), onlooker: 'interviewer' },
  { name: 'panel-booking-proposed', path: inPanel('proposed'), onlooker: 'interviewer' },
  { name: 'panel-past', path: '/admin/past', onlooker: 'interviewer' },
  { name: 'panel-cancellation', path: inPanel('proposed', '/cancellation'), onlooker: 'interviewer' },
  { name: 'panel-proposal', path: inPanel('confirmed', '/proposal'), onlooker: 'interviewer' },
  { name: 'panel-absence', path: inPanel('queued', '/absence'), onlooker: 'interviewer' },
];

/** The connection to cal.com: made, looked at, changed, ended. */
const calendar: Stop[] = [
  { name: 'panel-connect', path: '/admin/calendar', site: 'nobody', onlooker: 'newcomer' },
  { name: 'panel-connection', path: '/admin/calendar', onlooker: 'interviewer' },
  { name: 'panel-connection-wrong', path: '/admin/calendar', onlooker: 'repairing' },
  { name: 'panel-event-type', path: '/admin/calendar/event-type', onlooker: 'repairing' },
  {
    ...{ name: 'panel-disconnection', path: '/admin/calendar', onlooker: 'interviewer', screenOnly: true },
    arrive: async (page) => {
      await page.getByRole('link', { name: 'Disconnect' }).click();
      await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
];

const desk = (stage: keyof typeof BOOKINGS, step = '') => `/operator/bookings/${BOOKINGS[stage]}${step}`;

const operator: Stop[] = [
  { name: 'operator', path: '/operator', onlooker: 'operator' },
  { name: 'operator-bookings', path: '/operator/bookings', onlooker: 'operator' },
  { name: 'operator-booking', path: desk('confirmed'), onlooker: 'operator' },
  { name: 'operator-booking-claimed', path: desk('queued'), onlooker: 'operator' },
  { name: 'operator-booking-canceled', path: desk('calledOff'), onlooker: 'operator' },
  { name: 'operator-cancellation', path: desk('confirmed', '/cancellation'), onlooker: 'operator' },
  { name: 'operator-inbox', path: '/operator/inbox', onlooker: 'operator' },
  { name: 'operator-delivery', path: `/operator/inbox/${DELIVERY}`, onlooker: 'operator' },
  { name: 'operator-repairs', path: '/operator/repairs', onlooker: 'operator' },
];

const odd: Stop[] = [
  { name: 'odd-list', path: '/interviewers', site: 'odd' },
  { name: 'odd-long-name', path: '/interviewers/long-name', site: 'odd', screenOnly: true },
  { name: 'odd-one-word', path: '/interviewers/one-word', site: 'odd', screenOnly: true },
  { name: 'odd-five-thousand', path: '/interviewers/five-thousand', site: 'odd' },
  { name: 'odd-forty-tags', path: '/interviewers/forty-tags', site: 'odd', screenOnly: true },
  { name: 'odd-hebrew', path: '/interviewers/hebrew', site: 'odd', screenOnly: true },
  { name: 'odd-emoji', path: '/interviewers/emoji', site: 'odd', screenOnly: true },
  { name: 'odd-home', path: '/', site: 'odd', screenOnly: true },
  {
    ...{ name: 'crowd-list', path: '/interviewers', site: 'crowd', screenOnly: true },
    moreOfTheSame: '.entry:nth-child(n + 13)',
  },
  { name: 'nobody-list', path: '/interviewers', site: 'nobody', screenOnly: true },
  { name: 'nobody-home', path: '/', site: 'nobody', screenOnly: true },
];

/** The interviewer's own page about themselves. Nothing of it is stored: the sites stand still. */
const ownProfile: Stop[] = [
  {
    ...{ name: 'panel-photo-crop', path: '/admin/profile', onlooker: 'interviewer', screenOnly: true },
    arrive: async (page) => {
      const buffer = await photographOf(SKINS[6]);
      await page.locator('[name="photo"]').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
      await expect(page.getByRole('application')).toBeFocused();
    },
  },
  {
    ...{ name: 'panel-profile-typed', path: '/admin/profile', onlooker: 'interviewer', screenOnly: true },
    arrive: async (page) => {
      await page.getByLabel('Price per interview').fill('175');
      await expect(page.getByText('$140.00')).toBeVisible();
    },
  },
  {
    ...{ name: 'panel-profile-crossed', path: '/admin/profile', onlooker: 'interviewer', screenOnly: true },
    arrive: async (page) => {
      // A form from before anything is remembered.
      await page.locator('#part-card [name="version"]').evaluate((field: HTMLInputElement) => {
        field.value = '0';
      });
      await page.getByLabel('Headline').fill('What somebody typed meanwhile');
      await press('Save the card')(page);
      await expect(page.getByText('Nothing was overwritten')).toBeVisible();
    },
  },
];

/** The feedback and what follows from it: written, read, answered, paid for. */
const afterwards: Stop[] = [
  { name: 'panel-report', path: inPanel('claimed', '/report'), onlooker: 'interviewer' },
  { name: 'panel-report-sent', path: inPanel('past', '/report/preview'), onlooker: 'interviewer' },
  { name: 'panel-past-found', path: '/admin/past?q=ada', onlooker: 'interviewer', screenOnly: true },
  {
    name: 'panel-past-none',
    path: '/admin/past?q=nobody&outcome=refunded',
    onlooker: 'interviewer',
    screenOnly: true,
  },
  { name: 'panel-account', path: '/admin/account', onlooker: 'interviewer' },
  { name: 'panel-mails', path: '/admin/account/mails', onlooker: 'interviewer' },
  { name: 'operator-technologies', path: '/operator/technologies', onlooker: 'operator' },
  { name: 'panel-earnings', path: '/admin/earnings', onlooker: 'interviewer' },
  { name: 'panel-calendar-feed', path: '/admin/calendar-feed', onlooker: 'interviewer', screenOnly: true },
  { name: 'report', path: booking('past', '/report') },
  { name: 'review', path: `${booking('past', '/review')}?show=change` },
  { name: 'review-given', path: booking('past', '/review'), screenOnly: true },
  { name: 'operator-reviews', path: '/operator/reviews', onlooker: 'operator' },
  { name: 'operator-payouts', path: '/operator/payouts', onlooker: 'operator' },
];

/** Every page in every state that has a look of its own. */
export const STOPS: readonly Stop[] = [
  ...public_,
  ...book,
  ...panel,
  ...ownProfile,
  ...afterwards,
  ...calendar,
  ...operator,
  ...odd,
  ...GROUP_NAMES.map((group) => ({
    name: `components-${group}`,
    path: `/dev/components/${group}`,
    // Both themes are in every picture.
    themes: ['light'] as const,
    // On a phone the longest are beyond what the format holds.
    photographedFrom: 1280,
  })),
];

export type Theme = 'light' | 'dark';

/** Opened at these widths, looked at with every rule of axe, and photographed. */
export const WIDTHS = [1280, 390];

export const themesOf = ({ themes = ['light', 'dark'] }: Stop): readonly Theme[] => themes;

/** The picture that is kept of a stop, if there is one. */
export function pictureOf(stop: Stop, width: number, theme: Theme): string | null {
  const { name, photographedFrom = 0, upTo = Number.POSITIVE_INFINITY } = stop;
  if (width < photographedFrom || width > upTo || !themesOf(stop).includes(theme)) return null;
  return `${name}-${width}-${theme}.webp`;
}

/** All pictures that are kept. */
export const PICTURES: readonly string[] = STOPS.flatMap((stop) =>
  WIDTHS.flatMap((width) => themesOf(stop).map((theme) => pictureOf(stop, width, theme))),
).filter((file) => file !== null);
