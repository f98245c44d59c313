/**
 * cal.com's embed snippet, typed and without inline script. Calls made before the script has arrived
 * wait in `q`; the script takes them from there and replaces `push`.
 */
type Call = ArrayLike<unknown>;
type Queue = { q: Call[] };

export interface CalEvent {
  detail?: { data?: unknown };
}

/** One widget's commands: `ns("on", { action, callback })`, `ns("inline", { … })`, `ns("ui", { … })`. */
export type Namespace = ((...call: unknown[]) => void) & Queue;

interface Cal extends Queue {
  (...call: unknown[]): void;
  ns: Record<string, Namespace>;
  /** The script looks at it; it says that somebody has seen to loading it. */
  loaded?: boolean;
}

declare global {
  interface Window {
    Cal?: Cal;
  }
}

/** Sets up a widget's namespace and loads the script where it is missing; `onError` when it can't be had. */
export function initCal(
  { embedUrl, origin, namespace }: { embedUrl: string; origin: string; namespace: string },
  onError: () => void,
): Namespace {
  window.Cal ??= newCal();
  const cal = window.Cal;
  if (!cal.loaded) load(embedUrl, onError);
  cal.loaded = true;
  const widget = cal.ns[namespace] ?? queueing<Namespace>();
  cal.ns[namespace] = widget;
  widget.q.push(['init', namespace, { origin }]);
  cal.q.push(['initNamespace', namespace]);
  return widget;
}

function load(embedUrl: string, onError: () => void): void {
  const script = document.createElement('script');
  script.src = embedUrl;
  script.addEventListener('error', () => {
    // As if nothing had been tried: the next attempt starts afresh.
    script.remove();
    delete window.Cal;
    onError();
  });
  document.head.append(script);
}

function newCal(): Cal {
  return Object.assign(queueing<Cal>(), { ns: {} });
}

/** The script reads its calls like `arguments`, so arrays will do. */
function queueing<Api extends Queue>(): Api {
  const q: Call[] = [];
  const api = (...call: unknown[]) => {
    // The script puts a push of its own on this very array.
    q.push(call);
  };
  return Object.assign(api, { q }) as unknown as Api;
}
