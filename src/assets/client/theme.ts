/**
 * The remembered theme. Loaded in the head and before the first paint, so that nothing flashes;
 * the switch itself works without it, for one page.
 */
const KEY = 'theme';
const root = document.documentElement;

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

function apply(theme: string): void {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
}

/** The switch in the footer says what is on; pages come from the server saying "Auto". */
function showChoice(): void {
  const choice = document.getElementById(`theme-${root.dataset.theme ?? 'auto'}`);
  if (choice instanceof HTMLInputElement) choice.checked = true;
}

apply(remembered());
document.addEventListener('DOMContentLoaded', showChoice);
document.addEventListener('htmx:after:swap', showChoice);
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return;
  apply(target.value);
  remember(target.value);
});

export {};
