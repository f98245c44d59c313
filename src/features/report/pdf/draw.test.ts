import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { developmentAssets } from '../../../web/assets.ts';
import { MOST, type Report } from '../domain.ts';
import { aReport } from '../report.fixture.ts';
import type { SheetProps } from '../views/sheet.tsx';
import { reportFiles } from './draw.ts';
import { readPdf } from './reading.fixture.ts';

const draw = reportFiles(developmentAssets.paperFonts);
const ADDRESS = 'https://508.example/bookings/1/report';
const sheet: SheetProps = {
  about: {
    ...{ bookingId: '1', name: 'Samira Wells', first: 'Samira', subject: 'Frontend' },
    startsAt: new Date('2026-11-24T15:00:00Z'),
  },
  ...{ report: aReport, interviewer: 'Adaeze Okonkwo', zone: 'America/New_York' },
  sentAt: new Date('2026-11-25T09:00:00Z'),
  guaranteeUntil: new Date('2026-12-01T15:00:00Z'),
};
const written = async (report: Partial<Report>, rest: Partial<SheetProps> = {}) => {
  const file = await draw({ ...sheet, ...rest, report: { ...aReport, ...report } }, ADDRESS);
  return { file, ...(await readPdf(file)) };
};

/** How many boxes say what they stand for. The page's drawing is packed. */
const spokenInstead = (file: Buffer): number =>
  [...file.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .reduce((sum, drawing) => sum + drawing.split('/ActualText').length - 1, 0);

describe('a report as a PDF', () => {
  it('has everything that the page has, in the order in which it is read', async () => {
    const { text } = await written({});
    const order = [
      ...['Report for Samira Wells', 'Adaeze Okonkwo', 'Frontend', 'Tue Nov 24, 10:00', 'Senior'],
      ...['Yes, just.', 'I would argue for you', 'Yes: the verdict', 'It turned at minute 22'],
      ...['The hour, marked.', 'Framing the problem Strong yes', 'min 03 kept Asked who types'],
      ...['min 22 lost Four minutes of silence.', 'Your code.', '5 B setHits(await res.json());'],
      ...['B Line 5: This is the one.', 'Three things, in this order.', 'Say the dead ends out loud.'],
      ...['You have fixed it when A recorded problem has no gap', 'https://example.com/testing'],
      ...['Sent Wed Nov 25, 04:00 in New York.', 'Not worth it? All of it back.', 'Until Tue Dec 1, 10:00.'],
    ];
    let from = 0;
    for (const words of order) {
      const at = text.indexOf(words, from);
      expect(at, words).toBeGreaterThanOrEqual(from);
      from = at;
    }
    for (const { evidence } of aReport.dimensions)
      for (const { text: seen } of evidence) expect(text).toContain(seen);
  });

  it('says its title and language, what is a heading, and where its links go', async () => {
    const { file, title, language, roles, links } = await written({});
    expect([title, language]).toEqual(['Interview report for Samira Wells', 'en-US']);
    expect(file.toString('latin1')).toContain('/DisplayDocTitle true');
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2')).toHaveLength(4);
    expect(roles.filter((role) => role === 'H3')).toHaveLength(8);
    expect(links).toEqual(['https://example.com/testing']);
  });

  it('as long as a report can be, breaks over numbered pages and loses no word', async () => {
    const words = (length: number) => 'Wört '.repeat(length).slice(0, length - 1);
    const long: Report = {
      ...{
        judgedAs: words(MOST.judgedAs),
        verdict: 1,
        line: words(MOST.line),
        why: words(MOST.why),
        turnedAt: 89,
      },
      dimensions: aReport.dimensions.map(({ key }) => ({
        ...{ key, rating: 2 },
        evidence: Array.from({ length: MOST.evidence }, (_, index) => ({
          ...{
            minute: index * 20,
            text: `${words(MOST.evidenceText - 8)} ${key.slice(0, 4)}${index}`,
            kept: false,
          },
        })),
      })),
      code: {
        text: Array.from(
          { length: MOST.codeLines },
          (_, index) => `${' '.repeat(index)}line${index}();`,
        ).join('\n'),
        notes: Array.from({ length: MOST.codeNotes }, (_, line) => ({
          line: 60 - line,
          text: words(MOST.noteText),
        })),
      },
      steps: aReport.steps.map((_, index) => ({
        ...{ title: `${words(MOST.stepTitle - 2)}${index}`, text: words(MOST.stepText) },
        ...{ test: words(MOST.stepTest), resource: `https://example.com/${'a'.repeat(270)}` },
      })),
    };
    const { pages, text } = await written(long);
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1} of ${pages.length}`);
      expect(page.length).toBeGreaterThan(200);
    });
    for (const { key } of long.dimensions)
      for (let index = 0; index < MOST.evidence; index++)
        expect(text).toContain(`${key.slice(0, 4)}${index}`);
    for (let index = 0; index < MOST.codeLines; index++) expect(text).toContain(`line${index}();`);
  });

  it('keeps letters of Central Europe and of Vietnam as they are', async () => {
    const { text } = await written({ why: 'Łódź, Dvořák, Şebnem, Nguyễn Thị Hương.' });
    expect(text).toContain('Łódź, Dvořák, Şebnem, Nguyễn Thị Hương.');
    expect(text).not.toContain('An empty box');
  });

  it('draws a box for a letter that its fonts lack, keeps the letter underneath, and says where to see it', async () => {
    const { file, text } = await written({ why: 'Good 👩‍👩‍👧 work, שלום, 日本.', line: 'מזל' });
    expect(text).toContain('Good');
    expect(text).toContain('work');
    expect(text).toContain(
      `An empty box stands for a letter or a sign that the type of this file does not have.`,
    );
    expect(text).toContain(ADDRESS);
    expect(spokenInstead(file)).toBe(10);
  });

  it('of a draft, says on every page that it was not sent, and lacks what is not written', async () => {
    const empty = {
      line: '',
      why: '',
      verdict: null,
      turnedAt: null,
      dimensions: [],
      code: { text: '', notes: [] },
    };
    const { pages, text } = await written({ ...empty, steps: [] }, { sentAt: null, guaranteeUntil: null });
    for (const page of pages) expect(page).toContain('Draft, not sent.');
    expect(text).toContain('No verdict yet.');
    expect(text).not.toContain('The hour, marked.');
    expect(text).not.toContain('All of it back');
  });
});
