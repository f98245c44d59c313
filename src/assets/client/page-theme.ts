export type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** What the page looks like now: the visitor's choice in the footer, or else the system's. */
export function theme(): Theme {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === 'light' || scheme === 'dark') return scheme;
  return dark.matches ? 'dark' : 'light';
}

/** Calls back whenever it changes. */
export function followTheme(changed: (now: Theme) => void): void {
  let last = theme();
  const look = () => {
    const now = theme();
    if (now === last) return;
    last = now;
    changed(now);
  };
  dark.addEventListener('change', look);
  document.addEventListener('change', () => requestAnimationFrame(look));
}
