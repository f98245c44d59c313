import type { Page } from '@playwright/test';
import { GROUP_NAMES } from '../../../dev/components/groups.ts';
import type { Onlooker, SiteName } from '../../support/still/worlds.ts';
import { book, odd, public_ } from './candidate-stops.ts';
import { afterwards, calendar, operator, ownProfile, panel } from './panel-stops.ts';

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
