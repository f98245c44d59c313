import { Fragment } from 'preact';
import { SampleNote } from '../../ui/notice.tsx';
import { CODE, CODE_NOTES, NEXT, OVERALL, SCALE, SESSION_OF } from './sample-session.ts';

/** The feedback on that session. What was said stands left of the 60 line, what follows from it right. */
export function SampleReport() {
  return (
    <section class="section" id="report" aria-labelledby="report-title">
      <div class="frame">
        <div class="split section-head">
          <h2 id="report-title">What you leave with.</h2>
          <p class="lede">
            The straight answer, the line it turned on, and three things to change. This is what thirty
            minutes of feedback say, written down.
          </p>
        </div>
        <article class="report" aria-label="Sample feedback">
          <dl class="report__block">
            <div>
              <dt>Interview</dt>
              <dd>{SESSION_OF.interview}</dd>
            </div>
            <div>
              <dt>Judged as</dt>
              <dd>{SESSION_OF.judgedAs}</dd>
            </div>
            <div>
              <dt>Interviewer</dt>
              <dd>{SESSION_OF.interviewer}</dd>
            </div>
            <div>
              <dt>Feedback</dt>
              <dd>
                <SampleNote>Sample</SampleNote>
              </dd>
            </div>
          </dl>
          <div class="report__body">
            <Verdict />
            <Code />
            <div class="report__part">
              <h3>Three things, in this order</h3>
            </div>
            <ol class="report__next">
              {NEXT.map(({ title, text, fixed }) => (
                <li key={title}>
                  <div>
                    <h4>{title}</h4>
                    <p>{text}</p>
                  </div>
                  <p class="report__test">
                    <b>You have fixed it when</b> {fixed}
                  </p>
                </li>
              ))}
            </ol>
          </div>
          <p class="report__sign">
            <span>{SESSION_OF.interviewer}</span> <small>wrote this. Nobody else edited it.</small>
          </p>
        </article>
      </div>
    </section>
  );
}

function Verdict() {
  return (
    <div class="report__row">
      <div class="report__part">
        <p class="report__ask">Would I pass you on to the next round?</p>
        <p class="report__verdict">Yes, just.</p>
        <p class="report__why">
          I would argue for you, and I would expect an argument. You framed this before any code. Then you
          went quiet at the one moment I needed to hear you think.
        </p>
      </div>
      <div class="report__side">
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
        <ol class="scale" role="list" aria-label="Hiring scale">
          {SCALE.map((step, index) => (
            <li key={step} class={index + 1 === OVERALL ? 'is-on' : undefined}>
              {step}
              {index + 1 === OVERALL && <span class="sr-only">: the verdict</span>}
            </li>
          ))}
        </ol>
        <p class="report__turn">
          It turned at minute <b>{SESSION_OF.turnedAt}</b>
        </p>
      </div>
    </div>
  );
}

/** Real code, and what the interviewer wrote beside it. A letter ties the two at any width. */
function Code() {
  return (
    <>
      <div class="report__part report__part--code">
        <h3>Your code, minute 33</h3>
        <p>As you left it before the hint.</p>
      </div>
      <ol class="listing">
        {CODE.map(({ number, depth, text, hot }, index) => {
          const note = CODE_NOTES.find(({ line }) => line === number);
          return (
            <Fragment key={number}>
              <li
                class={hot ? 'listing__line is-hot' : 'listing__line'}
                style={`--row:${index + 1};--in:${depth}`}
              >
                <span class="listing__n" aria-hidden="true">
                  {number}
                </span>
                <code>{painted(text)}</code>
                {note && (
                  <span class="listing__key" aria-hidden="true">
                    {note.letter}
                  </span>
                )}
              </li>
              {note && (
                <li
                  class={note.main ? 'listing__note listing__note--main' : 'listing__note'}
                  style={`--row:${note.row}`}
                >
                  <p>
                    <span class="listing__key" aria-hidden="true">
                      {note.letter}
                    </span>
                    <b>
                      <span class="sr-only">Line {note.line}: </span>
                      {note.title}
                    </b>{' '}
                    {note.text} <span class="listing__at">min {note.minute}</span>
                  </p>
                </li>
              )}
            </Fragment>
          );
        })}
      </ol>
    </>
  );
}

const WORDS = /(`[^`]*`|\b(?:const|await|async|return|if)\b)/;

/** Keywords bold, text in the accent: enough to read by. */
function painted(code: string) {
  return code.split(WORDS).map((part, index) => {
    if (index % 2 === 0) return part;
    return part.startsWith('`') ? <i key={index}>{part}</i> : <b key={index}>{part}</b>;
  });
}
