import { keepCookie } from './cookie.ts';

/**
 * Lets in the fonts that `after-paint.ts` asked for on a first visit, and leaves word that they are here: the server
 * then sends scripts and fonts along with the next page, where they change nothing that has been seen.
 */
export async function letFontsIn(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[data-fonts]');
  if (!link) return;
  const sheet = link.sheet ?? (await loaded(link));
  if (!sheet) return;
  const faces = facesOf(sheet.cssRules);
  // One that does not come keeps no other out.
  await Promise.allSettled(faces.filter(isEveryPages).map((face) => face.load()));
  // All in one go: the page is set anew once, not once for each of them.
  for (const face of faces) document.fonts.add(face);
  keepCookie('fonts', 'kept');
}

const loaded = (link: HTMLLinkElement) =>
  new Promise<CSSStyleSheet | null>((done) =>
    link.addEventListener('load', () => done(link.sheet), { once: true }),
  );

/** What the sheet names, in its layers too. */
const facesOf = (rules: CSSRuleList): FontFace[] =>
  [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return named(rule.style);
    return rule instanceof CSSLayerBlockRule ? facesOf(rule.cssRules) : [];
  });

const ALL = 'U+0-10FFFF';

function named(style: CSSStyleDeclaration): FontFace {
  const said = (property: string, otherwise = 'normal') => style.getPropertyValue(property) || otherwise;
  // In a variable: TypeScript has not heard of `sizeAdjust`.
  const descriptors = {
    weight: said('font-weight'),
    stretch: said('font-stretch'),
    sizeAdjust: said('size-adjust', '100%'),
    unicodeRange: said('unicode-range', ALL),
    display: 'swap' as const,
  };
  return new FontFace(said('font-family').replaceAll('"', ''), said('src'), descriptors);
}

/** All letters, or the digits. Letters that only some names have are fetched where one of these names is. */
const isEveryPages = ({ unicodeRange }: FontFace): boolean =>
  unicodeRange === ALL || /^U\+24-25\b/i.test(unicodeRange);
