import { describe, expect, it } from 'vitest';
import { balance, drawable, largest, shorten, wrap } from './wrapping.ts';

/** Ten pixels a letter. */
const measure = (text: string) => [...text].length * 10;
const latin = (text: string) => !/[^\u0020-\u024f]/u.test(text);

describe('a text in lines', () => {
  it('breaks between words, and inside a word that is wider than the line', () => {
    expect(wrap('one two three', 80, measure)).toEqual(['one two', 'three']);
    expect(wrap('a extraordinarily b', 80, measure)).toEqual(['a', 'extraord', 'inarily', 'b']);
    expect(wrap('', 80, measure)).toEqual([]);
  });

  it('leaves no word alone on the last line where two lines can share', () => {
    expect(wrap('one two three four', 140, measure)).toEqual(['one two three', 'four']);
    expect(balance('one two three four', 140, measure)).toEqual(['one two', 'three four']);
  });

  it('ends after a whole word where there is no room for the rest', () => {
    expect(shorten('one two three four five', 80, 2, measure)).toEqual(['one two', 'three…']);
    expect(shorten('one two, three', 90, 1, measure)).toEqual(['one two…']);
    expect(shorten('one two', 80, 2, measure)).toEqual(['one two']);
  });

  it('is cut inside a word only where one word fills the line', () => {
    expect(shorten('abcdefghijklmnop', 80, 1, measure)).toEqual(['abcdefg…']);
  });

  it('is set at the largest size that holds it whole, else at the smallest and shortened', () => {
    const at = (size: number) => (text: string) => [...text].length * size;
    const sizes = [
      { size: 20, most: 1 },
      { size: 10, most: 2 },
    ];
    expect(largest('one two', sizes, 140, at)).toEqual({ size: 20, lines: ['one two'] });
    expect(largest('one two three four', sizes, 140, at)).toEqual({
      size: 10,
      lines: ['one two', 'three four'],
    });
    expect(largest('one two three four five six seven', sizes, 140, at)?.lines.at(-1)).toMatch(/…$/);
  });
});

describe('what can be drawn', () => {
  it('is the text without emoji, marks nobody sees and the gaps they leave', () => {
    expect(drawable('Kim 🚀👩‍💻 Lee', latin)).toBe('Kim Lee');
    expect(drawable('Ship it 🚢. Now ❤️', latin)).toBe('Ship it. Now');
    expect(drawable('\u202eAnna\u200b\u00a0B', latin)).toBe('Anna B');
    expect(drawable('E\u0301mile', latin)).toBe('Émile');
  });

  it('is nothing at all where one letter is missing: half a name is no name', () => {
    expect(drawable('Anna אבג', latin)).toBeNull();
    expect(drawable('🚀', latin)).toBeNull();
    expect(drawable('', latin)).toBeNull();
  });
});
