import { widthsOf } from '../features/interviewers/portrait-domain.ts';
import { urls } from '../urls.ts';

/**
 * A portrait on its gridded plate, or the plate with initials where there is no portrait. The name
 * always stands beside it in words, so the picture itself stays silent.
 */
export function Plate({
  portraitId,
  name,
  signal = false,
  eager = false,
  sizes = '(width < 40rem) 6rem, 12rem',
}: {
  portraitId: string | null;
  name: string;
  /** On the loud ground: one plate a page. */
  signal?: boolean;
  /** For the portrait in the first window. */
  eager?: boolean;
  /** How wide it is shown, as the attribute of that name has it: for choosing among a photograph's widths. */
  sizes?: string;
}) {
  return (
    <div class={signal ? 'plate plate--signal' : 'plate'}>
      {portraitId ? (
        <img
          src={urls.portrait(portraitId)}
          {...inWidths(portraitId, eager ? sizes : `auto, ${sizes}`)}
          alt=""
          width={530}
          height={530}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
        />
      ) : (
        <svg class="plate__initials" viewBox="0 0 100 100" aria-hidden="true">
          <text x="50" y="63" text-anchor="middle">
            {initialsOf(name)}
          </text>
        </svg>
      )}
    </div>
  );
}

/** The widths a photograph comes in; a drawing fits every width. */
function inWidths(portraitId: string, sizes: string) {
  const widths = widthsOf(portraitId);
  if (widths.length === 0) return {};
  return {
    sizes,
    srcset: widths.map((width) => `${urls.portraitSize(portraitId, width)} ${width}w`).join(', '),
  };
}

/** First letters of the first and last name, as whole characters of any script. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('en-US') ?? '').join('');
}
