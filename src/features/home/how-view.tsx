import { ticksDown } from '../../ui/ruler.tsx';

const KINDS = [
  { name: 'Coding', text: 'A problem, an editor, code that has to run.' },
  { name: 'System design', text: 'A vague brief and a whiteboard.' },
  { name: 'Debugging', text: 'Something broken that you did not write.' },
  { name: 'Code review', text: 'A pull request with things wrong in it.' },
  { name: 'Behavioral', text: 'Your stories, and the follow-ups.' },
  { name: 'And the rest', text: 'Frontend, mobile, data, infrastructure, machine learning, management.' },
];

/** The session at architectural scale: 60 is twice the height of 30 because it is twice 30. */
export function HowItWorks() {
  return (
    <section class="section" id="how" aria-labelledby="how-title">
      <div class="frame">
        <div class="split section-head">
          <h2 id="how-title">Ninety minutes, start to finish.</h2>
          <p class="lede">
            No course, no subscription, no account manager. One engineer, one call, one price.
          </p>
        </div>
        <div class="runsheet">
          <div class="runsheet__row runsheet__row--out">
            <div class="runsheet__lead">
              <p>Before</p>
            </div>
            <div class="runsheet__text">
              <h3>You choose who asks the questions.</h3>
              <p>
                Filter by technology and subject. Read where they have worked and what they interview for.
                Pick a time, then tell them what you are up against: your resume, the companies, the topic you
                keep losing on. They confirm that they have read it before the call.
              </p>
            </div>
          </div>
          <div class="runsheet__row runsheet__row--run">
            <Lead minutes={60} what="minutes of interview" from={0} />
            <div class="runsheet__text">
              <h3>A real interview. Nobody is nice to you on purpose.</h3>
              <p>
                A problem, a clock and follow-up questions. Your interviewer stays in the role for the full
                hour. If you get stuck you get the hint you would get in a real loop, and they note that you
                needed it.
              </p>
              <dl class="kinds">
                {KINDS.map(({ name, text }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </div>
          <div class="runsheet__row runsheet__row--back">
            <Lead minutes={30} what="minutes of feedback" from={60} />
            <div class="runsheet__text">
              <h3>Then they drop the act.</h3>
              <p>
                You hear what they would have written about you: what passed, what did not, and the minute it
                turned. Ask anything.
              </p>
              <ul class="asks">
                <li>“What did you write down?”</li>
                <li>“When did it turn?”</li>
                <li>“What should I have said?”</li>
              </ul>
            </div>
          </div>
        </div>
      </div>
    </section>
  );
}

/** The big number with its scale; quarter hours are numbered on the session's own clock. */
function Lead({ minutes, what, from }: { minutes: number; what: string; from: number }) {
  const quarters = Array.from({ length: minutes / 15 + 1 }, (_, index) => index * 15);
  const shown = from === 0 ? quarters.slice(0, -1) : quarters;
  return (
    <div class="runsheet__lead">
      <p class="runsheet__big">
        {minutes}
        <span class="sr-only"> {what}</span>
      </p>
      <svg
        class="runsheet__ticks"
        viewBox={`0 0 14 ${minutes}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={ticksDown(minutes)} />
      </svg>
      <ol class="runsheet__nums" aria-hidden="true">
        {shown.map((minute) => (
          <li
            key={minute}
            class={minute === minutes ? 'is-end' : undefined}
            style={`--p: ${(minute / minutes) * 100}`}
          >
            {String(from + minute).padStart(2, '0')}
          </li>
        ))}
      </ol>
    </div>
  );
}
