import { SESSION } from '../../interviewers/domain.ts';
import { codeLines, dimensionName, placed, RATINGS, type RatedDimension, type Report } from '../domain.ts';
import { markedNotes, RATING_WORDS, stepsTitle, writtenSteps } from '../words.ts';
import type { Voice } from './letters.ts';
import { ALL, type Column, INK, LEFT, type Paper, RIGHT } from './paper.ts';

const sans = (size: number, weight: number, color: string = INK.text): Voice => ({
  ...{ family: 'sans', size, weight, color },
});
const mono = (size: number, weight = 400, color: string = INK.text): Voice => ({
  ...{ family: 'mono', size, weight, color },
});
export const VOICES = {
  small: sans(8.5, 400, INK.soft),
  body: sans(10, 400),
  strong: sans(10, 620),
  lede: sans(11.5, 400),
  poster: sans(32, 660),
  head: sans(15, 640),
  name: sans(11.5, 640),
  speech: sans(17, 300),
  link: sans(10, 500, INK.accent),
  reading: mono(9.5),
  code: mono(8.5),
  letter: mono(8.5, 700),
} as const;

/** A rule and a heading; keeps at least `keep` points of what follows on the same page. */
export function section(paper: Paper, title: string, keep: number, draw: () => void): void {
  paper.room(keep + 60);
  paper.y += 18;
  rule(paper, INK.text, 1);
  paper.y += 12;
  paper.within('Sect', () => {
    paper.write('H2', title, VOICES.head, ALL);
    paper.y += 8;
    draw();
  });
}

export function rule(paper: Paper, color: string = INK.line, width = 0.6): void {
  paper.ornament(() => {
    const { doc, y } = paper;
    doc.lineWidth(width).strokeColor(color);
    doc
      .moveTo(ALL.x, y)
      .lineTo(ALL.x + ALL.width, y)
      .stroke();
  });
}

/** The verdict at poster size; the hiring scale past the 60 line, the step that was taken filled. */
export function verdict(paper: Paper, { verdict: taken, line, why, turnedAt }: Report): void {
  const title = line || 'No verdict yet.';
  paper.room(
    Math.min(paper.heightOf(title, VOICES.poster, LEFT) + paper.heightOf(why, VOICES.lede, LEFT), 500),
  );
  paper.beside(
    () => {
      paper.write('P', 'Would I pass you on to the next round?', VOICES.small, LEFT);
      paper.y += 4;
      paper.write('H1', title, VOICES.poster, LEFT);
      paper.y += 8;
      paper.write('P', why, VOICES.lede, LEFT);
    },
    () => {
      paper.y += 4;
      paper.within('L', () => {
        for (const step of RATINGS) scaleStep(paper, RATING_WORDS[step], step === taken);
      });
      if (turnedAt === null) return;
      paper.y += 8;
      paper.write('P', `It turned at minute ${two(turnedAt)}`, VOICES.body, RIGHT);
    },
  );
}

function scaleStep(paper: Paper, word: string, isTaken: boolean): void {
  const { doc, y } = paper;
  paper.ornament(() => {
    doc.lineWidth(0.8).rect(RIGHT.x, y, RIGHT.width, 22);
    if (isTaken) doc.fillAndStroke(INK.signal, INK.text);
    else doc.strokeColor(INK.line).stroke();
  });
  paper.y = y + 4;
  const label = isTaken ? `${word}: the verdict` : word;
  paper.write('LI', label, isTaken ? VOICES.strong : VOICES.body, {
    x: RIGHT.x + 8,
    width: RIGHT.width - 16,
  });
  paper.y = y + 22;
}

/** Every dimension with its rating, its evidence on the ruler of the hour and in words. */
export function dimensions(paper: Paper, all: readonly RatedDimension[]): void {
  const rated = all.filter(({ rating }) => rating !== null);
  if (rated.length === 0) return;
  section(paper, 'The hour, marked.', 120, () => {
    for (const dimension of rated) lane(paper, dimension);
  });
}

function lane(paper: Paper, { key, rating, evidence }: RatedDimension): void {
  if (rating === null) return;
  const seen = placed(evidence);
  const [at, words]: Column[] = [
    { x: LEFT.x, width: 84 },
    { x: LEFT.x + 88, width: LEFT.width - 88 },
  ] as const;
  const height = seen.reduce(
    (sum, { text }) => sum + paper.heightOf(text, VOICES.body, words as Column) + 3,
    0,
  );
  paper.room(height + 30);
  paper.within('Sect', () => {
    const top = paper.y;
    paper.beside(
      () => paper.write('H3', dimensionName(key), VOICES.name, LEFT),
      () =>
        paper.write('P', RATING_WORDS[rating], VOICES.strong, { x: RIGHT.x + 62, width: RIGHT.width - 62 }),
    );
    paper.ornament(() => {
      gauge(paper, rating, top + 4);
      lineOfTheHour(paper, seen, paper.y + 7);
    });
    paper.y += 16;
    paper.within('L', () => {
      for (const { minute, kept, text } of seen) {
        paper.within('LI', () =>
          paper.beside(
            () =>
              paper.write('P', `min ${two(minute)} ${kept ? 'kept' : 'lost'} `, VOICES.reading, at as Column),
            () => paper.write('LBody', text, VOICES.body, words as Column),
          ),
        );
        paper.y += 3;
      }
    });
  });
  paper.y += 10;
}

/** Four steps; low ones are hollow. */
function gauge({ doc }: Paper, rating: number, y: number): void {
  for (const step of RATINGS) {
    doc.lineWidth(0.8).rect(RIGHT.x + (step - 1) * 13, y, 11, 8);
    if (step <= rating && rating > 2) doc.fillAndStroke(INK.text, INK.text);
    else if (step <= rating) doc.strokeColor(INK.text).stroke();
    else doc.strokeColor(INK.line).stroke();
  }
}

/** The sixty minutes up to the 60 line; what was kept is solid, what was lost hollow. */
function lineOfTheHour({ doc }: Paper, seen: ReturnType<typeof placed>, y: number): void {
  const step = (RIGHT.x - LEFT.x) / SESSION.interviewMinutes;
  doc.lineWidth(0.6).strokeColor(INK.line);
  doc.moveTo(LEFT.x, y).lineTo(RIGHT.x, y).stroke();
  for (let minute = 0; minute <= SESSION.interviewMinutes; minute += 15)
    doc
      .moveTo(LEFT.x + minute * step, y - 3)
      .lineTo(LEFT.x + minute * step, y + 3)
      .stroke();
  for (const { at, kept } of seen) {
    doc.lineWidth(0.9).rect(LEFT.x + at * step, y - 3.5, 7, 7);
    if (kept) doc.fillAndStroke(INK.text, INK.text);
    else doc.fillAndStroke(INK.white, INK.text);
  }
}

/** The candidate's code with the letters of the notes, and the notes below it. */
export function code(paper: Paper, written: Report['code']): void {
  const lines = codeLines(written.text);
  if (lines.length === 0) return;
  const notes = markedNotes(written);
  section(paper, 'Your code.', 60, () => {
    for (const { number, depth, text } of lines) {
      const own = notes.filter(({ line }) => line === number);
      const indent = Math.min(depth, 40) * 5.2;
      const column = { x: ALL.x + 46 + indent, width: ALL.width - 46 - indent };
      paper.room(paper.heightOf(text, VOICES.code, column));
      const { y, doc } = paper;
      paper.ornament(() => {
        if (own.length > 0) doc.rect(ALL.x, y, 3, 11.5).fill(INK.signal);
      });
      paper.beside(
        () => {
          const number_ = { ...VOICES.code, color: INK.soft };
          paper.write('P', `${number} `, number_, { x: ALL.x + 8, width: 20 });
        },
        () => {
          if (own.length === 0) return;
          const letters = own.map(({ letter }) => letter).join('');
          paper.write('P', `${letters} `, VOICES.letter, { x: ALL.x + 26, width: 20 });
        },
      );
      paper.y = y;
      paper.write('Code', text, VOICES.code, column);
      paper.y = Math.max(paper.y, y + 11.5);
    }
    paper.y += 8;
    for (const { letter, line, text } of notes) {
      const column = { x: ALL.x + 46, width: LEFT.width - 46 };
      paper.room(paper.heightOf(`Line ${line}: ${text}`, VOICES.body, column));
      paper.beside(
        () => paper.write('P', `${letter} `, VOICES.letter, { x: ALL.x + 26, width: 20 }),
        () => paper.write('P', `Line ${line}: ${text}`, VOICES.body, column),
      );
      paper.y += 4;
    }
  });
}

/** What to do about it: size is the rank; past the 60 line, how they know that it is done. */
export function steps(paper: Paper, all: Report['steps']): void {
  const written = writtenSteps(all);
  if (written.length === 0) return;
  section(paper, stepsTitle(written.length), 90, () => {
    for (const [index, { title, text, test, resource }] of written.entries()) {
      const own: Column = { x: LEFT.x + 34, width: LEFT.width - 34 };
      const height = Math.max(
        paper.heightOf(title, VOICES.name, own) + paper.heightOf(`${text}\n${resource}`, VOICES.body, own),
        paper.heightOf(`\n${test}`, VOICES.body, RIGHT),
      );
      paper.room(height + 12);
      paper.within('Sect', () =>
        paper.beside(
          () => {
            const top = paper.y;
            const number = mono(26 - index * 5, 600);
            paper.write('P', `${index + 1} `, number, { x: LEFT.x, width: 30 });
            paper.y = top + 3;
            paper.write('H3', title, VOICES.name, own);
            paper.write('P', text, VOICES.body, own);
            // The whole address: paper can't be pressed.
            paper.write('P', resource, VOICES.link, own, { link: resource });
          },
          () => {
            paper.y += 3;
            if (!test) return;
            paper.write('P', 'You have fixed it when', VOICES.strong, RIGHT);
            paper.write('P', test, VOICES.body, RIGHT);
          },
        ),
      );
      paper.y += 12;
    }
  });
}

const two = (minute: number): string => String(minute).padStart(2, '0');
