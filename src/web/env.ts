import type { Terms } from '../features/booking/domain.ts';
import type { Assets } from './assets.ts';
import type { CurrentUser } from './auth.ts';
import type { Theme } from './theme.ts';

/** What every layout needs to know about the request. */
export interface Shell {
  assets: Assets;
  publicUrl: URL;
  path: string;
  theme: Theme;
  /** This browser has had neither our scripts nor our fonts before. */
  isFirstVisit: boolean;
  /** A mail address that a person reads. */
  contact: string;
  /** True while the catalogue holds sample people: every page then says so. */
  sampleData: boolean;
  /** What candidates are promised from now on. */
  terms: Terms;
}

/** Hono's type of what middleware leaves for the routes. */
export interface AppEnv {
  Variables: {
    requestId: string;
    shell: Shell;
    /** Set by the guards of the panel and the operator's area. */
    user: CurrentUser;
  };
}
