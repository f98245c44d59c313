import { renderToString } from 'preact-render-to-string';
import { ACCOUNT_SAMPLES } from '../../src/features/account/emails/samples.fixture.ts';
import { aMailInput, named, withBooking } from '../../src/features/booking/emails/input.fixture.ts';
import { invitation } from '../../src/features/booking/emails/invitation.ts';
import type { Mail, MailInput } from '../../src/features/booking/emails/mail.ts';
import { SAMPLES } from '../../src/features/booking/emails/samples.fixture.ts';
import { KINDS } from '../../src/features/booking/mail-kinds.ts';
import { CALENDAR_SAMPLES } from '../../src/features/calendar/emails/samples.fixture.ts';
import { SUGGESTION_DECIDED } from '../../src/features/suggestions/commands.ts';
import { suggestionDecided } from '../../src/features/suggestions/mails.ts';
import { Document } from '../../src/ui/document.tsx';
import { developmentAssets } from '../../src/web/assets.ts';
import type { Shell } from '../../src/web/env.ts';
import { developmentShell } from '../shell.ts';

const PATH = '/dev/mails';

/** Who the mails are about: names that make trouble are looked at too. */
const PEOPLE: Record<string, MailInput> = {
  plain: aMailInput,
  long: named(
    'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Theophilus Marsh-Featherstonehaugh',
    'Adaeze Chimamanda Nwakaego Okonkwo-Featherstonehaugh y Fernández de la Vega Sanz',
  ),
  'right to left': named('تيو مارش', 'אדאזה אוקונקוו'),
};

interface Shown {
  index: number;
  kind: string;
  state: string;
  to: string;
  method: 'REQUEST' | 'CANCEL' | undefined;
  mail: Mail;
  ics: string | null;
}

/** Every mail in every state that differs: a list, and each as HTML, as text and with its invitation. */
export function mailsPage(publicUrl: URL, query: URLSearchParams): string {
  const shell = developmentShell(developmentAssets, publicUrl, PATH, '/dev/mails/mails.css');
  const people = PEOPLE[query.get('people') ?? ''] ? (query.get('people') ?? 'plain') : 'plain';
  const mails = written(PEOPLE[people] ?? aMailInput);
  const shown = mails[Number(query.get('show') ?? Number.NaN)];
  if (shown && query.get('as') === 'html') return shown.mail.html;
  return `<!doctype html>${renderToString(
    <Page shell={shell} mails={mails} people={people} shown={shown ?? null} />,
  )}`;
}

function written(input: MailInput): Shown[] {
  const ofBookings = SAMPLES.map(({ kind, state, write }, index) => {
    const { to, calendar } = KINDS[kind];
    const sequence = kind.startsWith('moved') || kind.startsWith('cancelled') ? 1 : 0;
    const ics =
      calendar && to !== 'operator'
        ? invitation({ ...withBooking(input, { sequence }), method: calendar, for: to })
        : null;
    return { index, kind, state, to, method: calendar, mail: write(input), ics };
  });
  const ofAccounts = ACCOUNT_SAMPLES.map(({ kind, mail }, index) => ({
    ...{ index: ofBookings.length + index, kind, state: 'about an account', to: 'member' },
    ...{ method: undefined, mail, ics: null },
  }));
  const where = { publicUrl: input.publicUrl, contact: input.contact };
  const ofSuggestions = (['added', 'declined'] as const).map((decision, index) => ({
    ...{
      index: ofBookings.length + ofAccounts.length + index,
      kind: SUGGESTION_DECIDED,
      state: decision,
      to: 'member',
    },
    ...{ method: undefined, mail: suggestionDecided({ name: 'Elm', decision }, where), ics: null },
  }));
  const ofCalendars = CALENDAR_SAMPLES.map((sample, index) => ({
    ...{ index: ofBookings.length + ofAccounts.length + ofSuggestions.length + index, ...sample },
    ...{ method: undefined, ics: null },
  }));
  return [...ofBookings, ...ofAccounts, ...ofSuggestions, ...ofCalendars];
}

const address = (people: string, index?: number): string =>
  `${PATH}?${new URLSearchParams({ people, ...(index !== undefined && { show: String(index) }) })}`;

function Page({
  shell,
  mails,
  people,
  shown,
}: {
  shell: Shell;
  mails: Shown[];
  people: string;
  shown: Shown | null;
}) {
  return (
    <Document shell={shell} title="Mails" area="site" noindex>
      <main id="main" class="frame mail-preview">
        <h1>Mails</h1>
        <nav class="cluster" aria-label="Names">
          {Object.keys(PEOPLE).map((name) => (
            <a
              key={name}
              href={address(name, shown?.index)}
              aria-current={name === people ? 'page' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
        {shown ? <One shown={shown} people={people} count={mails.length} /> : null}
        <List mails={mails} people={people} shown={shown} />
      </main>
    </Document>
  );
}

function List({ mails, people, shown }: { mails: Shown[]; people: string; shown: Shown | null }) {
  return (
    <ol class="mail-preview__list">
      {mails.map(({ index, kind, state, to, method, mail }) => (
        <li key={index}>
          <a href={address(people, index)} aria-current={index === shown?.index ? 'true' : undefined}>
            {mail.subject}
          </a>
          <span class="soft small">
            {kind}, {state}. To the {to}
            {method && `, with ${method}`}.
          </span>
        </li>
      ))}
    </ol>
  );
}

function One({ shown, people, count }: { shown: Shown; people: string; count: number }) {
  const { index, kind, state, to, mail, ics } = shown;
  return (
    <article class="mail-preview__one" aria-labelledby="subject">
      <p class="small soft">
        {kind}, {state}. To the {to}.
      </p>
      <h2 id="subject">{mail.subject}</h2>
      <p class="cluster">
        {index > 0 && <a href={address(people, index - 1)}>Before</a>}
        {index < count - 1 && <a href={address(people, index + 1)}>Next</a>}
        <a href={address(people)}>All</a>
        <a href={`${address(people, index)}&as=html`}>HTML alone</a>
      </p>
      <div class="mail-preview__frames">
        {['narrow', 'wide'].map((width) => (
          <iframe
            key={width}
            class={`mail-preview__frame mail-preview__frame--${width}`}
            title={`${mail.subject}, ${width}`}
            sandbox=""
            srcdoc={mail.html}
          />
        ))}
      </div>
      <h3>Text</h3>
      <pre class="mail-preview__text">{mail.text}</pre>
      {ics && (
        <>
          <h3>interview.ics</h3>
          <pre class="mail-preview__text">{ics}</pre>
        </>
      )}
    </article>
  );
}
