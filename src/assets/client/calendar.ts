import { type CalEvent, initCal, type Namespace } from './cal-embed.ts';
import { followTheme, type Theme, theme } from './page-theme.ts';

/** How long the widget may take before the page says that it does not answer. */
const PATIENCE_MS = 15_000;

type State = 'loading' | 'ready' | 'holding' | 'unreachable';

interface Parts {
  frame: HTMLElement;
  embed: HTMLElement;
  status: HTMLElement;
  down: HTMLElement;
  form: HTMLFormElement;
  uid: HTMLInputElement;
}

/** Fills the calendar's frame, and claims the time that was picked in it. */
export function startCalendar(): void {
  const parts = findParts();
  if (!parts) return;
  const asking = parts.status.textContent ?? '';
  let widget: Namespace | null = null;
  let round = 0;

  const show = (state: State, words: string) => {
    parts.frame.dataset.state = state;
    parts.status.textContent = words;
    parts.down.hidden = state !== 'unreachable';
  };

  const load = () => {
    round += 1;
    const own = round;
    const stillOwn = (then: () => void) => () => {
      if (own === round) then();
    };
    const unreachable = stillOwn(() => show('unreachable', 'The calendar does not answer.'));
    show('loading', asking);
    parts.embed.replaceChildren();
    const patience = setTimeout(unreachable, PATIENCE_MS);
    const { origin = '', embedUrl = '', rescheduledBy } = parts.frame.dataset;
    const started = initCal({ embedUrl, origin, namespace: `book${own}` }, () => {
      clearTimeout(patience);
      unreachable();
    });
    widget = started;
    const on = (action: string, callback: (event: CalEvent) => void) => started('on', { action, callback });
    on(
      'linkReady',
      stillOwn(() => {
        clearTimeout(patience);
        if (parts.frame.dataset.state !== 'holding') show('ready', '');
      }),
    );
    on('linkFailed', () => {
      clearTimeout(patience);
      unreachable();
    });
    const picked = (event: CalEvent) => {
      const uid = uidOf(event);
      if (own !== round || uid === null || parts.frame.dataset.state === 'holding') return;
      parts.uid.value = uid;
      parts.form.requestSubmit();
    };
    on('bookingSuccessfulV2', picked);
    on('rescheduleBookingSuccessfulV2', picked);
    started('ui', look(theme()));
    started('inline', {
      elementOrSelector: parts.embed,
      calLink: parts.frame.dataset.link,
      config: {
        layout: 'month_view',
        theme: theme(),
        ...(rescheduledBy && { rescheduledBy }),
      },
    });
  };

  parts.form.addEventListener('submit', () => {
    document.querySelector('#claim-problem')?.replaceChildren();
    show('holding', parts.frame.dataset.holding ?? '');
  });
  // Back from a refusal: fresh times where the old ones mislead, otherwise the widget as it was.
  document.addEventListener('htmx:after:swap', (event) => {
    const source = (event as CustomEvent<{ ctx?: { sourceElement?: Element } }>).detail?.ctx?.sourceElement;
    if (source !== parts.form) return;
    if (document.querySelector('#claim-problem [data-fresh-times]')) load();
    else show('ready', '');
    document.querySelector('#claim-problem')?.scrollIntoView({ block: 'nearest' });
  });
  parts.form.addEventListener('form:lost', () => show('ready', ''));
  parts.down.querySelector('button')?.addEventListener('click', load);
  // Where the page crosses this width, cal.com's script draws its placeholder over the times and leaves it
  // there; being told once more that they have come, it takes it away.
  matchMedia('(max-width: 768px)').addEventListener('change', () => {
    parts.embed.querySelector('[loading="done"]')?.setAttribute('loading', 'done');
  });
  followTheme((now) => widget?.('ui', look(now)));
  load();
}

/** Any frame of the page can pretend to be the widget, so this is a hint that the server checks. */
function uidOf(event: CalEvent): string | null {
  const data = event.detail?.data;
  if (typeof data !== 'object' || data === null || !('uid' in data)) return null;
  return typeof data.uid === 'string' && data.uid !== '' ? data.uid : null;
}

/** What cal.com calls the parts of its widget, and the color of ours that each takes. */
const COLORS: Record<Theme, Record<string, string>> = {
  light: {
    'cal-brand': 'ink-950',
    'cal-brand-text': 'white',
    'cal-brand-emphasis': 'cyan-800',
    'cal-bg': 'white',
    'cal-bg-muted': 'white',
    'cal-bg-subtle': 'mist',
    'cal-bg-emphasis': 'cyan-100',
    'cal-border': 'chalk',
    'cal-border-subtle': 'chalk',
    'cal-border-emphasis': 'slate',
    'cal-text': 'ink-950',
    'cal-text-emphasis': 'ink-950',
    'cal-text-subtle': 'graphite',
    'cal-text-muted': 'slate',
  },
  dark: {
    'cal-brand': 'cyan-400',
    'cal-brand-text': 'ink-950',
    'cal-brand-emphasis': 'cyan-200',
    'cal-bg': 'night-900',
    'cal-bg-muted': 'night-900',
    'cal-bg-subtle': 'night-850',
    'cal-bg-emphasis': 'cyan-850',
    'cal-border': 'night-700',
    'cal-border-subtle': 'night-700',
    'cal-border-emphasis': 'night-500',
    'cal-text': 'night-100',
    'cal-text-emphasis': 'night-100',
    'cal-text-subtle': 'night-200',
    'cal-text-muted': 'night-300',
  },
};

/** No corner is round here, and the frame around the widget has the line. */
const SHAPE = {
  'cal-border-booker-width': '0px',
  'cal-radius': '0px',
  'cal-radius-sm': '0px',
  'cal-radius-md': '0px',
  'cal-radius-lg': '0px',
  'cal-radius-xl': '0px',
};

/** The widget as a part of this page; colors are read from the style sheet. */
function look(now: Theme) {
  const style = getComputedStyle(document.documentElement);
  const inColors = (theme: Theme) => ({
    ...Object.fromEntries(
      Object.entries(COLORS[theme]).map(([part, color]) => [
        part,
        style.getPropertyValue(`--${color}`).trim(),
      ]),
    ),
    ...SHAPE,
  });
  return {
    theme: now,
    layout: 'month_view',
    hideEventTypeDetails: true,
    cssVarsPerTheme: { light: inColors('light'), dark: inColors('dark') },
  };
}

function findParts(): Parts | null {
  const frame = document.querySelector<HTMLElement>('[data-calendar]');
  const embed = frame?.querySelector<HTMLElement>('[data-calendar-embed]');
  const status = frame?.querySelector<HTMLElement>('[data-calendar-status]');
  const down = frame?.querySelector<HTMLElement>('[data-calendar-down]');
  const form = document.querySelector<HTMLFormElement>('#claim');
  const uid = form?.querySelector<HTMLInputElement>('[name="uid"]');
  return frame && embed && status && down && form && uid ? { frame, embed, status, down, form, uid } : null;
}
