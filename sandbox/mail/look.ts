/** What the mailbox adds to the shared shell's look, and how it writes times and sizes. */

export const inboxCss = `
.mail-filter { display: grid; grid-template-columns: auto minmax(0, 22rem) auto; justify-content: start; align-items: center; gap: 0.5rem 0.75rem; margin-block-end: 1rem; }
.mail-fault, .mail-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; }
.mail-fault { margin-block-end: 1rem; }
.mail-foot { margin-block-start: 1rem; }
.mail-fault p, .mail-foot p { margin: 0; }
.mail-list { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); overflow: hidden; }
.mail-list li + li { border-block-start: 1px solid var(--line); }
.mail-row {
  display: grid; grid-template: "to subject side" auto "to text side" auto / minmax(0, 15rem) minmax(0, 1fr) auto;
  gap: 0 1.5rem; padding: 0.75rem 1rem; color: inherit; text-decoration: none;
}
.mail-row:hover { background: var(--paper); }
.mail-row:focus-visible { outline-offset: -3px; }
.mail-row > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mail-row__to { grid-area: to; }
.mail-row__subject { grid-area: subject; font-weight: 600; }
.mail-row__text { grid-area: text; color: var(--quiet); font-size: 0.875rem; }
.mail-row__side { grid-area: side; font-size: 0.875rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
@media (max-width: 44rem) {
  .mail-filter { grid-template-columns: minmax(0, 1fr) auto; justify-content: stretch; }
  .mail-filter label { grid-column: 1 / -1; }
  .mail-row { grid-template: "to side" auto "subject subject" auto "text text" auto / minmax(0, 1fr) auto; }
  .mail-row__to { font-size: 0.875rem; color: var(--quiet); }
  .mail-row > .mail-row__subject { white-space: normal; }
}`;

export const messageCss = `
h1 { overflow-wrap: anywhere; }
.mail-facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.25rem 1rem; }
.mail-facts dt { color: var(--quiet); font-size: 0.875rem; }
.mail-facts dd { margin: 0; overflow-wrap: anywhere; }
.mail-tabs { display: flex; gap: 0.25rem; border-block-end: 1px solid var(--line); margin-block-end: 1rem; }
.mail-tabs a { padding: 0.625rem 1rem; color: inherit; text-decoration: none; border-block-end: 3px solid transparent; }
.mail-tabs a:hover { border-color: var(--line); }
.mail-tabs a[aria-current] { border-color: var(--accent); font-weight: 600; }
.mail-preview { display: block; width: 100%; height: max(28rem, 75vh); border: 1px solid var(--line); border-radius: var(--radius); background: #fff; color-scheme: light; }
.mail-text { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9375rem; }
.mail-source { max-height: 75vh; overflow: auto; }
.mail-files { display: grid; gap: 0.75rem; padding: 0; list-style: none; }
.mail-files .row { margin: 0; }
.mail-files .mail-facts { margin-block-start: 1rem; }
.mail-files a { overflow-wrap: anywhere; }`;

const clock = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** On this machine's own clock, as a mail client would. */
export function readableTime(date: Date): string {
  return clock.format(date);
}

export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
