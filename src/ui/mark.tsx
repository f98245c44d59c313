/** The strokes of the loop mark, on 32 by 32. */
export const LOOP = {
  run: 'M18.3 5.25A11 11 0 1 1 6.88 22.15',
  back: 'M6.11 20.82A11 11 0 0 1 13.7 5.25',
  slash: 'M13.8 9.8 18.2.7',
} as const;

/** The loop mark: 240 degrees of interview, 120 of feedback, one slash at the start line. */
export function LoopMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark__run" stroke-width="4" d={LOOP.run} />
      <path class="mark__back" stroke-width="4" d={LOOP.back} />
      <path class="mark__slash" stroke-width="2" d={LOOP.slash} />
    </svg>
  );
}

/** The logotype: set in type, never drawn. */
export function Logo({ decorative = false }: { decorative?: boolean }) {
  return (
    <span class="logo" aria-hidden={decorative ? 'true' : undefined}>
      508<span class="logo__dot">.</span>dev
    </span>
  );
}

/** The loop mark as a file of its own: the tab's icon, which follows the browser's theme. */
export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><style>g{stroke:#0f171c}@media(prefers-color-scheme:dark){g{stroke:#f0f5f6}}</style><g><path stroke-width="4" d="${LOOP.run}"/><path stroke-width="2" d="${LOOP.slash}"/></g><path stroke="#1fb6cc" stroke-width="4" d="${LOOP.back}"/></svg>`;
