import { checkCalendar } from '../../src/features/calendar/checks.ts';
import { Candidate } from './candidate.ts';
import { words } from './on-pages.ts';
import { interviewer } from './panel.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Where interviewers look after their calendar. */
export const CALENDAR = '/admin/calendar';

/** Connections to cal.com as the database has them, as pages say they are, and as mails tell of them. */
export function connectionsOf(world: () => World) {
  const deps = () => world().application.deps;

  async function idOf(slug: string): Promise<string> {
    const row = deps().db.selectFrom('interviewers').select('id').where('slug', '=', slug);
    return (await row.executeTakeFirstOrThrow()).id;
  }
  const mailsAbout = async (to: string, subject: RegExp) =>
    (await world().mail.messages(to)).filter((mail) => subject.test(mail.subject));

  return {
    deps,
    idOf,
    async connectionOf(slug: string) {
      return deps()
        .db.selectFrom('calcomConnections')
        .selectAll()
        .where('interviewerId', '=', await idOf(slug))
        .executeTakeFirstOrThrow();
    },
    check: async (slug: string) => checkCalendar(deps(), await idOf(slug)),
    page: async (person: Candidate, path = CALENDAR) => words(await person.get(path)),
    profile: async (slug: string) => words(await new Candidate(world()).get(`/interviewers/${slug}`)),
    /** Wrong, by its checks' names. */
    async wrong(person: Candidate): Promise<string[]> {
      const html = await (await person.get(CALENDAR)).text();
      return [...html.matchAll(/<h2>([^<]+)<span class="sr-only">: Wrong/g)].map(([, name = '']) => name);
    },
    /** What cal.com does when something has changed there. */
    deliverTo: (connectionId: string, body: string, signature: string) =>
      fetch(`${world().site}/webhooks/calcom/${connectionId}`, {
        method: 'POST',
        body,
        headers: { 'X-Cal-Signature-256': signature },
      }),
    mailsAbout,
    arrives: (to: string, subject: RegExp, count = 1) =>
      until(async () => (await mailsAbout(to, subject)).length >= count, { what: `${subject} to ${to}` }),
    /** Somebody of the sample catalogue who has no calendar. */
    async unconnected(slug: string): Promise<Candidate> {
      await deps()
        .db.deleteFrom('calcomConnections')
        .where('interviewerId', '=', await idOf(slug))
        .execute();
      return interviewer(world(), slug);
    },
  };
}
