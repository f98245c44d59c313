import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { layOutAll } from './laid-out.ts';

/** The rules whose findings change with the theme. */
export const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
/** Those whose findings change with the width of the page, as long as it shows the same elements. */
export const SIZE_RULES = ['target-size', 'scrollable-region-focusable', ...COLOR_RULES];

/**
 * What axe finds against the page as it stands, by these rules or by all; whatever stands in a frame is
 * somebody else's. Runs in the page itself and brings back only what is
 * wrong, a fraction of the time of everything there is to say.
 */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await layOutAll(page);
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(
      { exclude: ['iframe'] },
      {
        ...{ resultTypes: ['violations'], preload: false },
        ...(rules.length > 0 && { runOnly: { type: 'rule', values: [...rules] } }),
      },
    );
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    );
  }, rules);
}
