/**
 * The frame's half of cal.com's embed protocol. Outside a frame nothing is sent and the page shows at once.
 */
const params = new URLSearchParams(location.search);
const embedded = window.parent !== window && location.pathname.endsWith('/embed');
const namespace = params.get('embed') ?? window.name.replace(/^cal-embed=/, '');

/** Tells the parent page, in the envelope that embed.js understands. */
export function fire(type, data = {}) {
  if (!embedded) return;
  const message = { originator: 'CAL', type, namespace, fullType: `CAL:${namespace}:${type}`, data };
  window.parent.postMessage(message, '*');
}

/**
 * Shakes hands: ready → the parent knows → loaded, measured twice → link ready (or failed).
 * `methods.ui` and `methods.connect` are called when the parent asks. The page is first measured once it is `drawn`.
 */
export function greetParent(main, methods, { drawn, failure }) {
  if (!embedded) return Promise.resolve();
  return new Promise((done) => {
    window.addEventListener('message', ({ source, data }) => {
      if (source !== window.parent || data?.originator !== 'CAL') return;
      if (data.method === 'parentKnowsIframeReady') afterHandshake(main, { drawn, failure }).then(done);
      else methods[data.method]?.(data.arg ?? {});
    });
    fire('__iframeReady', { isPrerendering: false });
  });
}

async function afterHandshake(main, { drawn, failure }) {
  document.body.style.visibility = '';
  if (document.readyState !== 'complete')
    await new Promise((loaded) => window.addEventListener('load', loaded));
  fire('__windowLoadComplete');
  await drawn;
  const report = (isFirstTime) => fire('__dimensionChanged', { ...sizeOf(main), isFirstTime });
  report(true);
  report(false);
  let last = sizeOf(main);
  new ResizeObserver(() => {
    const size = sizeOf(main);
    if (size.iframeHeight === last.iframeHeight && size.iframeWidth === last.iframeWidth) return;
    last = size;
    report(false);
  }).observe(main);
  if (failure)
    fire('linkFailed', { code: failure, msg: 'Problem loading the link', data: { url: location.href } });
  else fire('linkReady');
}

function sizeOf(main) {
  const { height, width } = main.getBoundingClientRect();
  return { iframeHeight: Math.ceil(height), iframeWidth: Math.ceil(width) };
}
