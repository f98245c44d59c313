/** The line drawings of the site, all on a 16 by 16 grid. */
const DRAWINGS = {
  arrow: 'M2 8h11M9 3.5 13.5 8 9 12.5',
  back: 'M14 8H3M7 3.5 2.5 8 7 12.5',
  down: 'M8 2.5v11M3.5 9 8 13.5 12.5 9',
  raise: 'M8 13.5v-11M3.5 7 8 2.5 12.5 7',
  up: 'M8 13V2.5M3.5 7 8 2.5 12.5 7M2 14.5h12',
  close: 'm3 3 10 10M13 3 3 13',
  menu: 'M1.5 5h13M1.5 11h13',
  filter: 'M1.5 4h13M4 8h8M6.5 12h3',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  file: 'M3.5 1.5h6l3.5 3.5v9.5h-9.5zM9.5 1.5v3.5h3.5',
  globe:
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c2.5 2 2.5 11 0 13M8 1.5c-2.5 2-2.5 11 0 13',
  calendar: 'M2 3.5h12v11H2zM2 7h12M5 1.5v3.5M11 1.5v3.5',
  out: 'M6 2.5H2.5v11h11V10M9 2.5h4.5V7M13.5 2.5 7 9',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A drawing beside words: hidden from screen readers, so the words must say it all. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg class={large ? 'icon icon--lg' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
