import type { Page } from '@playwright/test';

/** If the page scrolls sideways: by how much, and the last elements that reach beyond its edge. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll('body :not(.sr-only)')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return [`${root.scrollWidth} > ${root.clientWidth}`].concat(
      beyond.slice(-3).map((element) => `${element.tagName}.${element.className}`),
    );
  });
}
