/**
 * The stand-ins' shared look. Plain elements are styled directly, so that most
 * pages need no classes; the few there are:
 *
 *   .panel            a bordered box         .stack     children with even gaps
 *   .row              a wrapping line        .scroll    sideways scrolling for wide tables
 *   .notice           a calm remark          .alert     something went wrong
 *   .badge[data-tone] a state: good | wait | bad | (none)
 *   .quiet            secondary text         .secondary a lesser button
 */
export const shellCss = `
:root {
  color-scheme: light dark;
  --paper: light-dark(oklch(98.5% 0.003 250), oklch(19% 0.012 260));
  --sheet: light-dark(oklch(100% 0 0), oklch(23% 0.013 260));
  --ink: light-dark(oklch(25% 0.02 260), oklch(94% 0.006 260));
  --quiet: light-dark(oklch(47% 0.02 260), oklch(76% 0.015 260));
  --line: light-dark(oklch(89% 0.008 260), oklch(35% 0.015 260));
  --field-line: light-dark(oklch(62% 0.015 260), oklch(56% 0.015 260));
  --accent: light-dark(oklch(47% 0.14 262), oklch(78% 0.1 262));
  --on-accent: light-dark(oklch(100% 0 0), oklch(18% 0.03 262));
  --warn-paper: light-dark(oklch(95.5% 0.05 92), oklch(32% 0.05 85));
  --warn-ink: light-dark(oklch(38% 0.07 75), oklch(92% 0.06 92));
  --good-paper: light-dark(oklch(95% 0.04 155), oklch(32% 0.05 155));
  --good-ink: light-dark(oklch(37% 0.08 155), oklch(90% 0.07 155));
  --bad-paper: light-dark(oklch(95.5% 0.03 25), oklch(32% 0.07 25));
  --bad-ink: light-dark(oklch(42% 0.15 27), oklch(90% 0.06 25));
  --radius: 0.5rem;
}
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.shell-bar {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
  gap: 0.25rem 1.5rem; padding: 0.5rem clamp(1rem, 4vw, 2rem);
  background: var(--warn-paper); color: var(--warn-ink); font-size: 0.875rem;
}
.shell-bar p, .shell-bar ul { margin: 0; }
.shell-bar ul { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; list-style: none; }
.shell-bar a { display: inline-block; padding-block: 0.25rem; color: inherit; }
.shell-bar a[aria-current] { font-weight: 650; text-decoration: none; }
.shell-main { max-width: 72rem; margin-inline: auto; padding: 1.5rem clamp(1rem, 4vw, 2rem) 4rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.125rem; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); }
label { display: block; font-weight: 550; font-size: 0.9375rem; }
input, select, textarea {
  width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem;
  border: 1px solid var(--field-line); border-radius: var(--radius);
  background: var(--sheet); color: inherit; font: inherit;
}
input[type='checkbox'], input[type='radio'] {
  width: 1.125rem; min-height: 1.125rem; margin: 0 0.5rem 0 0; vertical-align: -0.15em; accent-color: var(--accent);
}
input.short { width: 7rem; min-height: 2rem; padding-block: 0.125rem; font-size: 0.875rem; }
input[readonly] { background: transparent; border-style: dashed; color: var(--quiet); }
input[aria-invalid='true'] { border-color: var(--bad-ink); border-width: 2px; }
button {
  min-height: 2.75rem; padding: 0.5rem 1.125rem; border: 1px solid transparent; border-radius: var(--radius);
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { filter: brightness(1.08); }
button.secondary { background: transparent; color: var(--ink); border-color: var(--field-line); font-weight: 500; }
button.small { min-height: 2rem; padding: 0.125rem 0.75rem; font-size: 0.875rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.5rem 0.75rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--quiet); font-size: 0.8125rem; font-weight: 550; }
td > code { overflow-wrap: normal; white-space: nowrap; }
tbody tr:last-child > td { border-block-end: 0; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.panel { padding: 1.25rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); }
.scroll > table { min-width: 44rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); }
.stack { display: grid; gap: 1rem; }
.stack > * { margin-block: 0; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.notice, .alert { padding: 0.75rem 1rem; border-radius: var(--radius); font-size: 0.9375rem; }
.notice { background: var(--warn-paper); color: var(--warn-ink); }
.alert { background: var(--bad-paper); color: var(--bad-ink); font-weight: 550; }
.badge {
  display: inline-block; padding: 0 0.5rem; border-radius: 1rem; border: 1px solid var(--line);
  font-size: 0.8125rem; white-space: nowrap;
}
.badge[data-tone='good'] { background: var(--good-paper); color: var(--good-ink); border-color: transparent; }
.badge[data-tone='wait'] { background: var(--warn-paper); color: var(--warn-ink); border-color: transparent; }
.badge[data-tone='bad'] { background: var(--bad-paper); color: var(--bad-ink); border-color: transparent; }
@media (prefers-reduced-motion: no-preference) { button { transition: filter 120ms; } }
`;
