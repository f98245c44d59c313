import { expect } from '@playwright/test';
import { INTERVIEWER } from '../../support/still/stages.ts';
import { calendarIn, restingCalendar } from './resting-calendar.ts';
import type { Stop } from './stops.ts';
import { booking, press } from './ways.ts';

// What a candidate sees: the public pages, the way to a booking, and sites that are odd on purpose.

export const public_: Stop[] = [
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

export const book: Stop[] = [
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

export const odd: Stop[] = [
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
