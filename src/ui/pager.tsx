import { Icon } from './icon.tsx';

/** The ways along a list that is longer than a page. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label="Pages">
      {newer && (
        <a class="textlink textlink--back" href={newer}>
          <Icon name="back" /> Newer
        </a>
      )}
      {older && (
        <a class="textlink push" href={older}>
          Older <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
