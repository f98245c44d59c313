import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../web/forms.ts';
import { detailsSchema, LIMITS } from './forms.ts';

const schema = detailsSchema({ subjects: ['Coding', 'System design'], technologies: ['React', 'Rust'] });
const filled = {
  name: 'Theo Marsh',
  email: 'theo@example.com',
  background: 'Four years of React.',
  subject: 'Coding',
  technologies: ['Rust'],
  focus: 'Rendering decisions.',
  targetCompanies: 'Startups',
  notes: 'I freeze when watched.',
};

const read = (changes: Record<string, unknown>) => schema.parse({ ...filled, ...changes });
const errorsOf = (input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? {} : fieldErrors(parsed.error);
};

describe('the details step', () => {
  it('takes what a candidate typed as it stands', () => {
    expect(read({})).toEqual(filled);
  });

  it('wants a name, an address, a background, a subject and a focus, and nothing else', () => {
    expect(Object.keys(errorsOf({})).sort()).toEqual(['background', 'email', 'focus', 'name', 'subject']);
    const { name, email, background, subject, focus } = filled;
    expect(schema.parse({ name, email, background, subject, focus })).toMatchObject({
      technologies: [],
      targetCompanies: '',
      notes: '',
    });
  });

  it.each(['name', 'background', 'focus'])('takes a %s of blanks and invisible bytes for none', (field) => {
    for (const blank of ['   ', '\n\t', '\u0000', ' \u0000 \r\n ']) {
      expect(Object.keys(errorsOf({ ...filled, [field]: blank }))).toEqual([field]);
    }
  });

  it.each([
    ['name', LIMITS.name],
    ['background', LIMITS.background],
    ['focus', LIMITS.focus],
    ['targetCompanies', LIMITS.targetCompanies],
    ['notes', LIMITS.notes],
  ])('lets %s have up to %i characters and says so of one more', (field, limit) => {
    expect(errorsOf({ ...filled, [field]: 'x'.repeat(limit) })).toEqual({});
    const { [field]: message, ...others } = errorsOf({ ...filled, [field]: 'x'.repeat(limit + 1) });
    expect(message).toContain(`more than ${limit.toLocaleString('en-US')} characters`);
    expect(others).toEqual({});
  });

  it.each([
    'theo',
    'theo@',
    '@example.com',
    'theo@example',
    'theo @example.com',
    'theo@example.com, eve@example.com',
    'theo@example.com\nBcc: eve@example.com',
    'Theo <theo@example.com>',
    `${'x'.repeat(250)}@example.com`,
  ])('does not send mail to %j', (email) => {
    expect(Object.keys(errorsOf({ ...filled, email }))).toEqual(['email']);
  });

  it('trims an address that was pasted with its line break', () => {
    expect(read({ email: ' theo@example.com\r\n' }).email).toBe('theo@example.com');
  });

  it.each([undefined, '', 'coding', 'Gardening', ['Coding', 'System design'], '__proto__'])(
    'takes no subject but one that is offered: not %j',
    (subject) => {
      expect(Object.keys(errorsOf({ ...filled, subject }))).toEqual(['subject']);
    },
  );

  it('keeps the technologies that are offered, each once, and drops the others', () => {
    expect(read({ technologies: ['Rust', 'COBOL', 'Rust', 'React'] }).technologies).toEqual([
      'React',
      'Rust',
    ]);
  });

  it('makes one line of a name, an address and companies', () => {
    expect(read({ name: 'Theo\r\nBcc: eve@example.com' }).name).toBe('Theo Bcc: eve@example.com');
    expect(read({ targetCompanies: 'One\u2028Two\n\nThree' }).targetCompanies).toBe('One Two Three');
  });

  it('keeps the lines of longer answers, with line breaks of one kind', () => {
    expect(read({ notes: 'one\r\ntwo\rthree\n\n\tfour' }).notes).toBe('one\ntwo\nthree\n\n\tfour');
  });

  it('drops what can’t be seen or stored: NUL and control characters', () => {
    expect(read({ name: 'Th\u0000eo\u0007 \u001b[31mMarsh\u0085' }).name).toBe('Theo [31mMarsh');
  });

  it('drops the marks that turn the text after them around, and keeps the letters of every script', () => {
    expect(read({ name: '\u202Eevil\u202C \u2066x\u2069' }).name).toBe('evil x');
    for (const name of ['محمد', 'שרה לוי', 'Zoë', '李小龍', '👩🏽‍💻 Noor', 'می\u200Cخواهم']) {
      expect(read({ name }).name).toBe(name);
    }
  });

  it('takes markup for text', () => {
    const notes = '<script>alert(1)</script>';
    expect(read({ notes }).notes).toBe(notes);
  });
});
