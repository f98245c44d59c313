import PDFDocument from 'pdfkit';
import { type Letters, lettersOf, type Run, type Voice } from './letters.ts';

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 64 } as const;
const BOTTOM = PAGE.height - PAGE.foot;
export const WIDE = PAGE.width - 2 * PAGE.margin;
/** The session's line: sixty parts left of it, thirty right. */
export const LEFT = { x: PAGE.margin, width: Math.round((WIDE * 60) / 90) - 20 } as const;
export const RIGHT = { x: PAGE.margin + (WIDE * 60) / 90, width: (WIDE * 30) / 90 } as const;
export const ALL = { x: PAGE.margin, width: WIDE } as const;

/** The light palette of tokens.css; paper has no dark. */
export const INK = {
  text: '#10191e',
  soft: '#53626a',
  line: '#cbd6da',
  accent: '#006f87',
  signal: '#41d9eb',
  white: '#ffffff',
} as const;

const LINE_HEIGHT = 1.36;

export interface Column {
  x: number;
  width: number;
}

export type Role = 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Sect' | 'Code';

export type Paper = ReturnType<typeof openPaper>;

/**
 * A tagged document that is written from top to bottom. Text breaks into lines and, where it must, over pages; every
 * piece of it is told to a screen reader in the order in which it is written. What is drawn beside is an artifact.
 */
export function openPaper(letters: Letters, about: { title: string; author: string; at: Date }) {
  const doc = new PDFDocument({
    ...{ size: [PAGE.width, PAGE.height], margin: 0, pdfVersion: '1.7', lang: 'en-US', tagged: true },
    ...{ displayTitle: true, bufferPages: true, autoFirstPage: true },
    // The standard fonts are files of the library's that we never use.
    font: undefined as unknown as string,
    info: { Title: about.title, Author: about.author, CreationDate: about.at, ModDate: about.at },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((done, fail) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', fail);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  let inside = root;
  let y: number = PAGE.margin;
  let boxes = 0;

  const widthOfRun = (run: Run): number => {
    if ('missing' in run) return run.size * BOX.advance;
    const { advanceWidth } = run.font.layout(run.text);
    return (advanceWidth / run.font.unitsPerEm) * run.size;
  };
  const widthOf = (text: string, voice: Voice): number =>
    letters.runs(text, voice).reduce((sum, run) => sum + widthOfRun(run), 0);

  /** The lines that a text takes; a word that is wider than the column is broken. */
  function linesOf(text: string, voice: Voice, width: number): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split(/\r?\n/)) {
      let line = '';
      for (const word of paragraph.split(/(?<=\s)/)) {
        if (widthOf(line + word.trimEnd(), voice) <= width) {
          line += word;
          continue;
        }
        if (line) lines.push(line);
        line = '';
        for (const letter of lettersOf(word)) {
          if (line && widthOf(line + letter.trimEnd(), voice) > width) {
            lines.push(line);
            line = '';
          }
          line += letter;
        }
      }
      lines.push(line);
    }
    return lines;
  }

  function drawLine(text: string, voice: Voice, x: number, baseline: number): void {
    let at = x;
    for (const run of letters.runs(text, voice)) {
      if ('missing' in run) drawBox(run.missing, run.size, at, baseline, voice.color);
      else {
        doc.font(run.font as unknown as string, run.size).fillColor(voice.color);
        doc.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      }
      at += widthOfRun(run);
    }
  }

  /** A letter that our fonts lack: a box to the eye, itself to whoever reads aloud or copies. */
  function drawBox(letter: string, size: number, x: number, baseline: number, color: string): void {
    boxes += 1;
    doc.markContent('Span', { actual: letter });
    doc.lineWidth(0.8).strokeColor(color);
    doc.rect(x + size * BOX.side, baseline - size * BOX.height, size * BOX.width, size * BOX.height).stroke();
    doc.endMarkedContent();
  }

  function newPage(): void {
    doc.addPage();
    y = PAGE.margin;
  }

  /** Begins a new page where less than `height` is left of this one. */
  function room(height: number): void {
    if (y + height > BOTTOM && y > PAGE.margin) newPage();
  }

  const heightOf = (text: string, voice: Voice, { width }: Column): number =>
    linesOf(text, voice, width).length * voice.size * LINE_HEIGHT;

  function flow(text: string, voice: Voice, { x, width }: Column): void {
    const lines = linesOf(text, voice, width);
    for (const [index, line] of lines.entries()) {
      room(voice.size * LINE_HEIGHT);
      // A line that goes on keeps its space, so that words don't grow together where text is copied.
      const shown = index < lines.length - 1 ? `${line.trimEnd()} ` : line.trimEnd();
      drawLine(shown, voice, x, y + voice.size * 1.02);
      y += voice.size * LINE_HEIGHT;
    }
  }

  return {
    doc,
    room,
    heightOf,
    get y() {
      return y;
    },
    set y(to: number) {
      y = to;
    },
    /** Letters so far that no font of ours has. */
    get boxes() {
      return boxes;
    },
    /** A piece of text, with what it is. */
    write(role: Role, text: string, voice: Voice, column: Column, options: { link?: string } = {}): void {
      if (!text.trim()) return;
      inside.add(
        doc.struct(role, {}, [
          () => {
            const top = y;
            flow(text, voice, column);
            if (options.link) doc.link(column.x, top, column.width, y - top, options.link);
          },
        ]),
      );
    },
    /** What is drawn in here belongs together: a section, a list, an item of one. */
    within(role: Role, draw: () => void): void {
      const [outer, own] = [inside, doc.struct(role)];
      outer.add(own);
      inside = own;
      draw();
      own.end();
      inside = outer;
    },
    /** Lines and boxes that say nothing by themselves. */
    ornament(draw: () => void): void {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
    /** Draws in two columns from the same height on; goes on below the longer one. */
    beside(left: () => void, right: () => void): void {
      const top = y;
      left();
      const end = y;
      y = top;
      right();
      y = Math.max(y, end);
    },
    /** Numbers the pages and hands the file out. `foot` stands on each of them. */
    async close(foot: string): Promise<Buffer> {
      root.end();
      const voice: Voice = { family: 'sans', size: 8.5, weight: 400, color: INK.soft };
      const { start, count } = doc.bufferedPageRange();
      for (let index = start; index < start + count; index++) {
        doc.switchToPage(index);
        doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
        const number = `${index + 1} of ${count}`;
        const baseline = PAGE.height - 34;
        doc.lineWidth(0.6).strokeColor(INK.line);
        doc
          .moveTo(PAGE.margin, baseline - 15)
          .lineTo(PAGE.width - PAGE.margin, baseline - 15)
          .stroke();
        drawLine(foot, voice, PAGE.margin, baseline);
        drawLine(number, voice, PAGE.width - PAGE.margin - widthOf(number, voice), baseline);
        doc.endMarkedContent();
      }
      doc.end();
      return written;
    },
  };
}

/** The box, in parts of the size. */
const BOX = { side: 0.08, width: 0.5, height: 0.66, advance: 0.66 } as const;
