import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { AccountKey } from '../../integrations/scheduling/port.ts';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { guarded } from '../account/limits.ts';
import { tooOftenWords } from '../account/words.ts';
import { ownPanel, type PanelEnv } from '../admin/own.ts';
import { checkCalendar, repairCalendar } from './checks.ts';
import { accountToChoose, connect, disconnect, giveKey, waitingOffer } from './commands.ts';
import { keyProblem, MOST_EVENT_TYPES, slugToMake, usernameFrom } from './domain.ts';
import { type Connection, connectionOf, underWay } from './queries.ts';
import { ConnectPage, type KeyForm, NewKeyPage } from './views/connect-page.tsx';
import { DisconnectDialog, DisconnectPage } from './views/disconnect-page.tsx';
import { EventTypePage } from './views/event-type-page.tsx';
import { type CheckedConnection, StatusPage } from './views/status-page.tsx';
import { isNotice, KEY_PROBLEM_WORDS, REFUSAL_WORDS, TEAM_KEY_REFUSED, USERNAME_WORDS } from './words.ts';

const EMPTY: KeyForm = { values: {}, errors: {} };

/** The interviewer's own connection to cal.com: connect it, see how it does, put it right, end it. */
export function calendarRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now, config } = deps;
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;
  const calcom = { origin: config.calcom.origin.origin, hasTeamKey: config.calcom.teamKey !== null };

  /** The connection that works or should, looked at once if it never was. */
  async function current(interviewerId: string): Promise<Connection | null> {
    const connection = await connectionOf(db, interviewerId);
    if (!connection || connection.disconnectedAt) return null;
    if (connection.seen || connection.unansweredAt) return connection;
    await checkCalendar(deps, interviewerId);
    return connectionOf(db, interviewerId);
  }

  /** Whether there were too many tries; a look at cal.com costs several of its requests. */
  async function waits(ownerId: string): Promise<number> {
    const turn = await guarded(deps, [['calendarLook', ownerId]], async () => null);
    return 'wait' in turn ? turn.wait : 0;
  }

  app.get(urls.adminCalendar(), ...guards, async (c) => {
    const owner = c.get('owner');
    const connection = await current(owner.id);
    const word = c.req.query('notice');
    const notice = isNotice(word) ? word : null;
    const framed = { shell: c.get('shell'), owner, calcom, notice };
    if (!connection) {
      const offer = await waitingOffer(deps, owner.id);
      return page(c, <ConnectPage {...framed} form={EMPTY} offered={offer?.username ?? null} />);
    }
    const going = await underWay(db, owner.id, now());
    // Where it takes the place of the same page, what was done is where its reader goes on.
    const again = c.req.header('HX-Request') === 'true';
    const view = { connection: shown(connection), going, now: now(), again };
    return page(c, <StatusPage {...framed} {...view} />);
  });

  app.get(urls.adminCalendarKey(), ...guards, async (c) => {
    const owner = c.get('owner');
    const connection = await current(owner.id);
    if (!connection) return seeOther(c, urls.adminCalendar());
    const framed = { shell: c.get('shell'), owner, calcom };
    return page(c, <NewKeyPage {...framed} username={connection.username} form={EMPTY} />);
  });

  app.post(urls.adminCalendarKey(), ...guards, async (c) => {
    const owner = c.get('owner');
    const typed = await typedKey(await whole(c.req.formData()), calcom.hasTeamKey);
    if ('form' in typed) return again(typed.form, 422);
    const { key } = typed;
    const field = 'apiKey' in key ? 'key' : 'username';
    const values = 'apiKey' in key ? {} : { username: key.memberOfTeam };
    let refused: string | null = null;
    const turn = await guarded(deps, [['calendarKey', owner.id]], async () => {
      const given = await giveKey(deps, owner.id, key);
      if ('done' in given) return given.done;
      const isTeam = field === 'username' && given.refused === 'key-refused';
      refused = isTeam ? TEAM_KEY_REFUSED : REFUSAL_WORDS[given.refused];
      return null;
    });
    if ('wait' in turn) {
      c.header('Retry-After', String(turn.wait));
      return again({ values, errors: { [field]: tooOftenWords(turn.wait) } }, 429);
    }
    if ('wrong' in turn) return again({ values, errors: { [field]: refused ?? '' } }, 422);
    return seeOther(
      c,
      turn.right === 'renewed' ? urls.adminCalendar('renewed') : urls.adminCalendarEventType(),
    );

    async function again(form: KeyForm, status: 422 | 429) {
      const framed = { shell: c.get('shell'), owner, calcom };
      const connection = await connectionOf(db, owner.id);
      if (connection && !connection.disconnectedAt) {
        return page(c, <NewKeyPage {...framed} username={connection.username} form={form} />, status);
      }
      return page(c, <ConnectPage {...framed} notice={null} offered={null} form={form} />, status);
    }
  });

  app.on(['GET', 'POST'], urls.adminCalendarEventType(), ...guards, async (c) => {
    const owner = c.get('owner');
    const isPost = c.req.method === 'POST';
    const picked = isPost ? String((await whole(c.req.formData())).get('event-type') ?? '') : '';
    const framed = { shell: c.get('shell'), owner, calcom };
    const wait = await waits(owner.id);
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      return page(c, <EventTypePage {...framed} account={null} problem={tooOftenWords(wait)} />, 429);
    }
    const choosing = await accountToChoose(deps, owner.id);
    if (!choosing) return seeOther(c, urls.adminCalendar());
    const { key, account } = choosing;
    if ('refused' in account) {
      const problem = REFUSAL_WORDS[account.refused];
      return page(
        c,
        <EventTypePage {...framed} account={null} problem={problem} />,
        account.refused === 'no-answer' ? 503 : 409,
      );
    }
    const newSlug = 'apiKey' in key ? slugToMake(account.eventTypes) : null;
    const connection = await connectionOf(db, owner.id);
    const shownAccount = {
      ...{ owner: account.owner, newSlug, byTeam: 'memberOfTeam' in key },
      eventTypes: account.eventTypes.slice(0, MOST_EVENT_TYPES),
      currentId: connection && !connection.disconnectedAt ? connection.eventTypeId : null,
    };
    const ask = (problem: string | null, status: 200 | 422 = 422) =>
      page(c, <EventTypePage {...framed} account={shownAccount} problem={problem} />, status);
    if (!isPost) return ask(null, 200);
    const choice =
      picked === 'new' && newSlug
        ? { make: newSlug }
        : /^\d{1,15}$/.test(picked)
          ? { eventTypeId: Number(picked) }
          : null;
    if (!choice) return ask('Pick one of these first.');
    const connected = await connect(deps, owner.id, key, account, choice);
    return 'refused' in connected
      ? ask(REFUSAL_WORDS[connected.refused])
      : seeOther(c, urls.adminCalendar('connected'));
  });

  for (const [path, act, notice] of [
    [urls.adminCalendarCheck(), checkCalendar, 'checked'],
    [urls.adminCalendarRepair(), repairCalendar, 'repaired'],
  ] as const) {
    app.post(path, ...guards, async (c) => {
      const owner = c.get('owner');
      const wait = await waits(owner.id);
      const outcome = wait > 0 ? 'waits' : await act(deps, owner.id);
      const connection = await connectionOf(db, owner.id);
      if (outcome === 'none' || !connection) return seeOther(c, urls.adminCalendar());
      const isDone = outcome === 'done' || outcome === 'checked';
      if (wait === 0) {
        return seeOther(
          c,
          urls.adminCalendar(isDone ? notice : outcome === 'refused' ? 'not-repaired' : undefined),
        );
      }
      c.header('Retry-After', String(wait));
      const framed = { shell: c.get('shell'), owner, calcom, notice: null, problem: tooOftenWords(wait) };
      const going = await underWay(db, owner.id, now());
      return page(
        c,
        <StatusPage {...framed} connection={shown(connection)} going={going} now={now()} />,
        429,
      );
    });
  }

  app.get(urls.adminCalendarDisconnection(), ...guards, async (c) => {
    const owner = c.get('owner');
    const connection = await connectionOf(db, owner.id);
    if (!connection || connection.disconnectedAt) return seeOther(c, urls.adminCalendar());
    const going = await underWay(db, owner.id, now());
    const props = {
      owner,
      going,
      account: `cal.com/${connection.username}`,
      byTeam: !connection.apiKeySealed,
    };
    if (wantsFragment(c)) return fragment(c, <DisconnectDialog {...props} />);
    return page(c, <DisconnectPage shell={c.get('shell')} {...props} />);
  });

  app.post(urls.adminCalendarDisconnection(), ...guards, async (c) => {
    await disconnect(deps, c.get('owner').id);
    return seeOther(c, urls.adminCalendar('disconnected'));
  });

  return app;
}

/** What a page may know of a connection: nothing that opens anything. */
function shown({ apiKeySealed, webhookSecretSealed: _, ...connection }: Connection): CheckedConnection {
  return { ...connection, byTeam: apiKeySealed === null };
}

/** What speaks for the account, or the form once more. A key is never sent back, not even a wrong one. */
async function typedKey(
  form: FormData,
  hasTeamKey: boolean,
): Promise<{ key: AccountKey } | { form: KeyForm }> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  if (hasTeamKey && form.has('username')) {
    const memberOfTeam = usernameFrom(text('username'));
    if (memberOfTeam) return { key: { memberOfTeam } };
    return {
      form: { values: { username: text('username').slice(0, 200) }, errors: { username: USERNAME_WORDS } },
    };
  }
  const apiKey = text('key');
  const problem = keyProblem(apiKey);
  return problem
    ? { form: { values: {}, errors: { key: KEY_PROBLEM_WORDS[problem] } } }
    : { key: { apiKey } };
}
