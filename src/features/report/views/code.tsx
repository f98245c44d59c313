import { Fragment } from 'preact';
import { codeLines, type Report } from '../domain.ts';
import { markedNotes } from '../words.ts';

/** The candidate's code, and what the interviewer wrote beside it. A letter ties the two at any width and on paper. */
export function Code({ code }: { code: Report['code'] }) {
  const lines = codeLines(code.text);
  if (lines.length === 0) return null;
  // The margin has room from a note's own line on, or from where the note before it ends.
  let free = 1;
  const notes = markedNotes(code).map((note) => {
    const row = Math.max(note.line, free);
    const rows = Math.ceil(note.text.length / LETTERS_A_ROW) + 1;
    free = row + rows;
    return { ...note, row, rows };
  });
  return (
    <section class="scorecard__part" aria-labelledby="code">
      <div class="scorecard__head">
        <h2 id="code">Your code.</h2>
        <p class="soft">As you left it.</p>
      </div>
      <ol class="marked">
        {lines.map(({ number, depth, text }) => {
          const own = notes.filter(({ line }) => line === number);
          return (
            <Fragment key={number}>
              <li
                class={own.length > 0 ? 'marked__line is-hot' : 'marked__line'}
                style={`--row:${number};--in:${depth}`}
              >
                <span class="marked__n" aria-hidden="true">
                  {number}
                </span>
                <code>{text}</code>
                {own.map(({ letter }) => (
                  <span key={letter} class="marked__key" aria-hidden="true">
                    {letter}
                  </span>
                ))}
              </li>
              {own.map(({ letter, line, text, row, rows }) => (
                <li key={letter} class="marked__note" style={`--row:${row};--rows:${rows}`}>
                  <p>
                    <span class="marked__key" aria-hidden="true">
                      {letter}
                    </span>
                    <span class="sr-only">Line {line}: </span>
                    {text}
                  </p>
                </li>
              ))}
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}

/** What the margin holds in one row of code, roughly: enough for notes not to run into each other. */
const LETTERS_A_ROW = 34;
