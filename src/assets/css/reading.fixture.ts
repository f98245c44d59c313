// What style sheets and views say, read with regular expressions: enough for how we write them.

/** The layer that a part writes in; nothing where it writes outside one. */
export function layerOf(text: string): string | undefined {
  return text.match(/^@layer (\w+) \{/)?.[1];
}

/** What stands behind the first block and its nested ones. */
export function afterFirstBlock(text: string): string {
  return text.slice(endOf(text, text.indexOf('{'), '{', '}')).trim();
}

/** Where the bracket that opens at `from` has been closed. */
function endOf(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    if (text[at] === close && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The declarations alone: no selectors, no strings, no addresses. */
export function values(text: string): string {
  return text
    .replace(/"[^"]*"/g, '""')
    .replace(/url\([^)]*\)/g, '')
    .replace(/[^{};]*\{/g, '{');
}

/** Classes in the selectors of a style sheet. */
export function classesOf(text: string): string[] {
  const selectors = [...text.replace(/"[^"]*"/g, '""').matchAll(/([^{};]*)\{/g)].map(([, one]) => one ?? '');
  return selectors
    .filter((one) => !one.trim().startsWith('@'))
    .flatMap((one) => [...one.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name ?? ''));
}

/** Every selector with what it is nested in, lists taken apart: `.a { .b, .c {} }` gives `.a`, `.a .b`, `.a .c`. */
export function selectorsOf(text: string): string[] {
  const found: string[] = [];
  const around: string[][] = [['']];
  for (const [, prelude = '', bracket] of text.replace(/"[^"]*"/g, '""').matchAll(/([^{};]*)([{};])/g)) {
    if (bracket === '}') around.pop();
    if (bracket !== '{') continue;
    const outer = around.at(-1) ?? [''];
    const own = prelude.trim().startsWith('@')
      ? ['']
      : prelude.split(/,(?![^()]*\))/).map((one) => one.trim());
    const whole = outer.flatMap((one) => own.map((inner) => `${one} ${inner}`.trim()));
    around.push(whole);
    found.push(...whole);
  }
  return found;
}

/** Classes that a view writes; one that ends in `…` goes on with something computed. */
export function classesIn(text: string): string[] {
  const expressions: string[] = [];
  for (const match of text.matchAll(/\b(?:class|extraClass)=(["{])/g)) {
    const from = match.index + match[0].length - 1;
    const end = match[1] === '"' ? text.indexOf('"', from + 1) + 1 : endOf(text, from, '{', '}');
    expressions.push(text.slice(from, end));
  }
  for (const match of text.matchAll(/\bclasses(?:\.push\(| = \[)/g)) {
    const from = match.index + match[0].length - 1;
    const [open, close] = match[0].endsWith('(') ? ['(', ')'] : ['[', ']'];
    expressions.push(text.slice(from, endOf(text, from, open, close)));
  }
  return expressions
    .map((one) => one.replace(/[!=]==?\s*(['"])[^'"]*\1/g, ''))
    .flatMap((one) => literals(one))
    .flatMap((one) => one.split(/\s+/))
    .filter((one) => one !== '');
}

/** Every string in the source, with `…` for what a template computes. */
export function literals(text: string): string[] {
  return [...text.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap(([, single, double, template]) => {
    const literal = single ?? double ?? template ?? '';
    const inside = [...literal.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, code]) => literals(code ?? ''));
    return [literal.replace(/\$\{[^}]*\}/g, '…'), ...inside];
  });
}
