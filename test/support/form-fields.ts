import { makeResume } from './resume.ts';

// A form as its reader has it: what stands in its fields and what is said at them.

/** The attributes of a page's field, by the field's name (and value, where several share it). */
export function fieldIn(html: string, name: string, value?: string): Record<string, string> | null {
  for (const [tag] of html.matchAll(/<(?:input|textarea)\b(?:[^>"]|"[^"]*")*>/g)) {
    const found = [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, text]) => [key, text ?? '']);
    const attributes = Object.fromEntries(found.slice(1)) as Record<string, string>;
    if (attributes.name === name && (value === undefined || attributes.value === value)) return attributes;
  }
  return null;
}

/** What stands in a page's text area. */
export function textIn(html: string, name: string): string | undefined {
  return new RegExp(`<textarea\\b[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1];
}

/** What the page says is wrong with a field, where it says so to those who hear it too. */
export function errorAt(html: string, name: string): string | undefined {
  return new RegExp(`<p class="field__error" id="${name}-error">([^<]*)</p>`).exec(html)?.[1];
}

/** A resume to choose in a form. */
export const pdf = async (name: string): Promise<File> =>
  new File([new Uint8Array(await makeResume(name))], `${name}.pdf`);
