import { describe, expect, it, test } from 'vitest';
import { RESUME_LIMIT } from './forms.ts';
import { readResume } from './resume-file.ts';

const PDF = '%PDF-1.7\n%âãÏÓ\nthe rest of a resume';
const file = (name: string, content: BlobPart = PDF, type = 'application/pdf') =>
  new File([content], name, { type });

/** The name under which a good file of this name is kept. */
async function nameFor(name: string): Promise<string> {
  const upload = await readResume(file(name));
  return upload.kind === 'file' ? upload.filename : `refused ${name}`;
}

describe('the resume field', () => {
  it.each([
    ['not in the form', undefined],
    ['an empty text', ''],
    ['a text that pretends to be a file', PDF],
    ['what a browser sends when none was chosen', file('', '', 'application/octet-stream')],
  ])('has no file when it is %s', async (_what, value) => {
    expect(await readResume(value)).toEqual({ kind: 'none' });
  });

  it('takes a PDF with its bytes as they are', async () => {
    const upload = await readResume(file('theo.pdf'));
    expect(upload).toMatchObject({ kind: 'file', filename: 'theo.pdf' });
    const bytes = upload.kind === 'file' ? upload.bytes : null;
    expect(bytes).toEqual(new TextEncoder().encode(PDF));
  });

  it.each(['', 'text/plain', 'text/html', 'application/x-msdownload'])(
    'looks at the content, not at what the browser calls it (%j)',
    async (type) => {
      expect(await readResume(file('theo.pdf', PDF, type))).toMatchObject({ kind: 'file' });
    },
  );

  it.each<[string, BlobPart, RegExp]>([
    ['0 bytes', '', /empty/],
    ['one byte more than 5 MB', bytesOf(RESUME_LIMIT + 1), /more than 5 MB/],
    ['a program', 'MZ\x90\x00\x03 This program cannot be run in DOS mode', /not a PDF/],
    ['HTML', '<!doctype html><script>alert(1)</script>', /not a PDF/],
    ['HTML that mentions a PDF later', '<script>x</script>%PDF-1.7', /not a PDF/],
    ['a Word document', 'PK\x03\x04 word/document.xml', /not a PDF/],
    ['an image', '\x89PNG\r\n\x1a\n', /not a PDF/],
    ['four bytes of a PDF', '%PDF', /not a PDF/],
    ['a PDF after a byte order mark', '\uFEFF%PDF-1.7', /not a PDF/],
  ])('refuses %s under the name resume.pdf, and says what to do', async (_what, content, words) => {
    const upload = await readResume(file('resume.pdf', content));
    expect(upload).toEqual({ kind: 'refused', message: expect.stringMatching(words) });
  });

  it('takes exactly 5 MB', async () => {
    expect(await readResume(file('theo.pdf', bytesOf(RESUME_LIMIT)))).toMatchObject({ kind: 'file' });
  });
});

describe('the name a resume is kept under', () => {
  it.each([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\system32\\cv.pdf', 'cv.pdf'],
    ['/etc/cron.d/x.pdf', 'x.pdf'],
    ['..', 'resume.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['folder/', 'resume.pdf'],
    ['.pdf', 'resume.pdf'],
    ['', 'resume.pdf'],
    ['   .pdf', 'resume.pdf'],
    ['Résumé of Zoë.PDF', 'Résumé of Zoë.pdf'],
    ['virus.exe', 'virus.exe.pdf'],
    ['cv.html', 'cv.html.pdf'],
    ['annual\u202Efdp.exe', 'annualfdp.exe.pdf'],
    ['\u200Ecv\u200F\u2066.pdf', 'cv.pdf'],
    ['سيرة ذاتية.pdf', 'سيرة ذاتية.pdf'],
    ['cv\r\nSet-Cookie: a=b.pdf', 'cvSet-Cookie_ a=b.pdf'],
    ['cv\u0000.pdf', 'cv.pdf'],
    ['a"b<c>d:e|f?g*.pdf', 'a_b_c_d_e_f_g_.pdf'],
    ['my 🚀 cv.pdf', 'my 🚀 cv.pdf'],
    // Two ways to write é are one name.
    ['re\u0301sume\u0301.pdf', 'r\u00E9sum\u00E9.pdf'],
  ])('of %j is %j', async (given, kept) => {
    expect(await nameFor(given)).toBe(kept);
  });

  test.each([
    ['letters', 'x'.repeat(300)],
    ['emoji', '🚀'.repeat(300)],
    ['emoji after an odd letter', `x${'🚀'.repeat(300)}`],
    ['three-byte letters', '履'.repeat(300)],
  ])(
    'is cut to what the database keeps when it has 300 %s, and never through a letter',
    async (_what, name) => {
      const kept = await nameFor(`${name}.pdf`);
      expect([...kept].length).toBeLessThanOrEqual(120);
      expect(kept).toMatch(/\.pdf$/);
      expect(kept.isWellFormed()).toBe(true);
      expect(() => encodeURIComponent(kept)).not.toThrow();
    },
  );
});

function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode('%PDF-1.7'));
  return bytes;
}
