import type { Page } from '@playwright/test';
import { BOOKINGS } from '../../support/still/stages.ts';

// How stops on both sides, the candidates’ and the panel, are reached.

export const booking = (stage: keyof typeof BOOKINGS, step = '') => `/bookings/${BOOKINGS[stage]}${step}`;

export const press = (name: RegExp | string) => (page: Page) =>
  page.getByRole('button', { name }).filter({ visible: true }).last().click();
