/**
 * What a person typed, fit to be kept and shown. NUL can't be stored and other control characters have no business
 * in a name or a mail's subject; the marks that force a direction would turn around what of ours follows them.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');
