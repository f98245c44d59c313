const MINUTE_MS = 60_000;
/** Minutes left at which a screen reader is told, politely. */
const TOLD_AT = [10, 5, 1];

/** Turns "Held until 15:32" into a countdown, wherever a hold stands on the page or comes onto it. */
export function countDownHolds(): void {
  const page = document.querySelector('[data-hold]');
  if (!page) return;
  let last = Number.POSITIVE_INFINITY;
  const tick = () => {
    const holds = document.querySelectorAll<HTMLElement>('[data-hold]');
    for (const hold of holds) show(hold, leftOf(hold));
    const first = holds[0];
    if (!first) return;
    const left = leftOf(first);
    announce(last, left);
    last = left;
  };
  tick();
  setInterval(tick, 1000);
  document.addEventListener('htmx:after:swap', tick);
  // A page shown again after a while asleep, or from the history, is at once right.
  document.addEventListener('visibilitychange', tick);
  addEventListener('pageshow', tick);
}

/** When each hold came onto the page, by the visitor's clock. */
const seen = new WeakMap<HTMLElement, number>();

/** Milliseconds that remain. The server's clock counts, as the visitor's may be wrong. */
function leftOf(hold: HTMLElement): number {
  const since = seen.get(hold) ?? Date.now();
  seen.set(hold, since);
  const serverNow = Date.parse(hold.dataset.now ?? '') + (Date.now() - since);
  return Math.max(0, Date.parse(hold.dataset.expires ?? '') - serverNow);
}

function show(hold: HTMLElement, left: number): void {
  const label = hold.querySelector('[data-hold-label]');
  const time = hold.querySelector('[data-hold-time]');
  if (label)
    label.textContent = left > 0 ? 'Held for you for' : 'Your hold has ended. Reload to see what is left.';
  if (time) time.textContent = clock(left);
  hold.dataset.state = left === 0 ? 'ended' : left <= 5 * MINUTE_MS ? 'soon' : 'held';
  const minutes = Math.min(30, left / MINUTE_MS);
  hold.querySelector('[data-hold-dial]')?.setAttribute('stroke-dasharray', `${minutes.toFixed(2)} 30`);
}

function announce(before: number, left: number): void {
  const said = document.querySelector('[data-hold-said]');
  if (!said) return;
  const passed = TOLD_AT.find((minutes) => before > minutes * MINUTE_MS && left <= minutes * MINUTE_MS);
  // Not for what was already over when the page came.
  if (before === Number.POSITIVE_INFINITY) return;
  if (left === 0 && before > 0) said.textContent = 'Your hold has ended. Nothing was charged.';
  else if (passed)
    said.textContent = `Your time is held for ${passed} more ${passed === 1 ? 'minute' : 'minutes'}.`;
}

/** "29:41" */
export function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
