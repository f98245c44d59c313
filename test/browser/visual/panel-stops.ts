import { expect } from '@playwright/test';
import { photographOf, SKINS } from '../../../src/features/admin/faces.fixture.ts';
import { DELIVERY } from '../../support/still/records.ts';
import { BOOKINGS } from '../../support/still/stages.ts';
import type { Stop } from './stops.ts';
import { booking, press } from './ways.ts';

// What an interviewer and the operator see, and on both sides what follows a session.

const inPanel = (stage: keyof typeof BOOKINGS, step = '') => `/admin/bookings/${BOOKINGS[stage]}${step}`;

export const panel: Stop[] = [
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

/** The interviewer's own page about themselves. Nothing of it is stored: the sites stand still. */
export const ownProfile: Stop[] = [
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
export const afterwards: Stop[] = [
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

/** The connection to cal.com: made, looked at, changed, ended. */
export const calendar: Stop[] = [
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

export const operator: Stop[] = [
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
