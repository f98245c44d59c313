import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Markdown } from './markdown.tsx';

const html = (text: string) => renderToString(<Markdown text={text} />);

test.each([
  ['One.\nStill one.\n\nTwo.', '<p dir="auto">One. Still one.</p><p dir="auto">Two.</p>'],
  ['**Bold**, *italic*, _too_.', '<p dir="auto"><strong>Bold</strong>, <em>italic</em>, <em>too</em>.</p>'],
  ['**bold with _italic_ in it**', '<p dir="auto"><strong>bold with <em>italic</em> in it</strong></p>'],
  ['`**not bold**`', '<p dir="auto"><code>**not bold**</code></p>'],
  ['2 * 3 * 4 and snake_case_name', '<p dir="auto">2 * 3 * 4 and snake_case_name</p>'],
  [String.raw`\*not italic\*`, '<p dir="auto">*not italic*</p>'],
  ['- one\n- two\n  goes on', '<ul><li dir="auto">one</li><li dir="auto">two goes on</li></ul>'],
  ['1. one\n2) two', '<ol><li dir="auto">one</li><li dir="auto">two</li></ol>'],
  [
    'Text\n- one\n\n- two',
    '<p dir="auto">Text</p><ul><li dir="auto">one</li></ul><ul><li dir="auto">two</li></ul>',
  ],
  [
    '```js\n<b> **x**\n\n- y\n```\nAfter',
    '<pre><code>&lt;b> **x**\n\n- y</code></pre><p dir="auto">After</p>',
  ],
  ['```\nnever closed', '<pre><code>never closed</code></pre>'],
  [
    '[my site](https://example.com/a?b=1&c=2)',
    '<p dir="auto"><a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer">my site</a></p>',
  ],
])('%j', (text, expected) => expect(html(text)).toBe(expected));

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,hi)',
  '[x](//evil.example)',
  '[x](/admin)',
  '![x](https://evil.example/pixel.png)<iframe src="https://evil.example">',
  '<a href="javascript:alert(1)">x</a>',
  '[a](https://evil.example/"onmouseover="alert(1))',
  '&lt;script&gt;',
])('%s is inert', (text) => {
  const shown = html(text);
  expect(
    shown.replace(
      /<\/?(p|a|strong|em|code|pre|ul|ol|li|span)( dir="auto"| href="https:[^"<>]*"| rel="[a-z ]+")*>/g,
      '',
    ),
  ).not.toMatch(/<[a-z!/]/i);
  expect(shown).not.toMatch(/<(script|img|iframe)|href="(?!https?:)/i);
});

const pieces = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '[',
    ']',
    '](',
    '(',
    ')',
    '\\',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    ' ',
    '<',
    '>',
    '"',
    "'",
  ],
  ...['https://a.example', 'javascript:', 'word', '&', '<script>', 'onerror=', '\u202e', '😀', '\0'],
);
const written = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
);
const OURS =
  /<(p dir="auto"|\/p|a href="https?:[^"<>]*" rel="noopener noreferrer"|\/a|strong|\/strong|em|\/em|code|\/code|pre|\/pre|ul|\/ul|ol|\/ol|li dir="auto"|\/li|span|\/span)>/g;

test('whatever is written, only elements of ours come out', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(html(text).replace(OURS, '')).not.toContain('<');
    }),
    { numRuns: 2000 },
  );
});

test('no word is lost', () => {
  fc.assert(
    fc.property(written, (text) => {
      const words = (from: string) => from.match(/word/g)?.length ?? 0;
      // A fence's first line names a language, and an address is no words.
      const said = text.replace(/```[^\n]*/g, '');
      expect(words(html(text))).toBeGreaterThanOrEqual(words(said));
    }),
    { numRuns: 2000 },
  );
});

test('six thousand hostile characters are read in no time', () => {
  for (const piece of ['*', '_', '`', '[', '[a](', '**a', '_a ', '\\', '- ', '> ', '[](', '](https://']) {
    const started = performance.now();
    html(piece.repeat(6000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1000);
  }
});
