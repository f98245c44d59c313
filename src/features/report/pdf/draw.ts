import { PROMISE } from '../../../ui/promise.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import type { SheetProps } from '../views/sheet.tsx';
import { type Letters, readLetters } from './letters.ts';
import { ALL, INK, LEFT, openPaper, type Paper, RIGHT } from './paper.ts';
import { code, dimensions, rule, section, steps, VOICES, verdict } from './parts.ts';

/** Writes reports as PDF files, in the fonts of `folder`, which are read before the first of them. */
export function reportFiles(folder: string) {
  let reading: Promise<Letters> | null = null;
  return async (sheet: SheetProps, address: string): Promise<Buffer> => {
    reading ??= readLetters(folder);
    return drawReport(await reading, sheet, address);
  };
}

/** The sheet of the page, on paper. `address`: where the page is. */
function drawReport(letters: Letters, sheet: SheetProps, address: string): Promise<Buffer> {
  const { about, report, interviewer, sentAt } = sheet;
  const title = `Interview report for ${about.name}`;
  const paper = openPaper(letters, { title, author: interviewer, at: sentAt ?? about.startsAt });
  block(paper, sheet);
  verdict(paper, report);
  dimensions(paper, report.dimensions);
  code(paper, report.code);
  steps(paper, report.steps);
  signature(paper, sheet);
  if (paper.boxes > 0) boxesNote(paper, address);
  return paper.close(sentAt ? `${title}, by ${interviewer}` : `Draft, not sent. ${title}`);
}

/** What it is about, as the page's title block has it. */
function block(paper: Paper, { about, report, interviewer, zone }: SheetProps): void {
  const rows: [string, string][] = [
    ['Report for', about.name],
    ['By', interviewer],
    ...(about.subject ? ([['Interview', about.subject]] as [string, string][]) : []),
    [`Session, in ${zonePlace(zone)}`, formatInstant(about.startsAt, zone)],
    ...(report.judgedAs ? ([['Judged as', report.judgedAs]] as [string, string][]) : []),
  ];
  rule(paper, INK.text, 1.4);
  paper.y += 6;
  for (let index = 0; index < rows.length; index += 2) {
    const sides = [LEFT, RIGHT].map((column, side) => () => {
      const [label, value] = rows[index + side] ?? ['', ''];
      paper.write('P', label, VOICES.small, column);
      paper.write('P', value, VOICES.strong, column);
    });
    paper.beside(sides[0] as () => void, sides[1] as () => void);
    paper.y += 4;
    rule(paper);
    paper.y += 5;
  }
  paper.y += 16;
}

/** Who wrote it and when, and the money back as long as it can be had. */
function signature(paper: Paper, { interviewer, sentAt, zone, guaranteeUntil }: SheetProps): void {
  section(paper, 'Signed.', 70, () => {
    paper.beside(
      () => {
        paper.write('P', interviewer, VOICES.speech, LEFT);
        const sent = sentAt ? `Sent ${formatInstant(sentAt, zone)} in ${zonePlace(zone)}.` : 'Not sent yet.';
        paper.write('P', `${sent} Nobody else edited this.`, VOICES.small, LEFT);
      },
      () => {
        if (!guaranteeUntil) return;
        paper.write('P', PROMISE.lead, VOICES.strong, RIGHT);
        paper.write('P', PROMISE.short, VOICES.small, RIGHT);
        paper.write('P', `Until ${formatInstant(guaranteeUntil, zone)}.`, VOICES.small, RIGHT);
      },
    );
  });
}

function boxesNote(paper: Paper, address: string): void {
  paper.room(60);
  paper.y += 14;
  rule(paper);
  paper.y += 8;
  paper.write(
    'P',
    'An empty box stands for a letter or a sign that the type of this file does not have. The page has all of them:',
    VOICES.small,
    ALL,
  );
  paper.write('P', address, VOICES.small, ALL);
}
