import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { type BookedInterview, firstName } from '../admin/domain.ts';
import { ownBooking, ownPanel, type PanelEnv } from '../admin/own.ts';
import { claimableUntil } from '../guarantee/domain.ts';
import { claimFacts } from '../guarantee/standing.ts';
import { saveReport, sendReport } from './commands.ts';
import { emptyReport, type ReportRefusal, refuseReport } from './domain.ts';
import { readReport } from './form.ts';
import { answersWithFile } from './pdf/answer.ts';
import { findReport, type KeptReport } from './queries.ts';
import { PreviewPage, type SheetProps } from './views/sheet.tsx';
import { WritingPage } from './writing/page-view.tsx';
import { RefusedPage, SavedParts } from './writing/parts-view.tsx';
import type { Subject, Written } from './written.ts';

/** Where an interviewer writes the report on a session, sees it as the candidate will, and sends it. */
export function reportPanelRoutes(deps: Deps): Hono<PanelEnv> {
  const { db, now } = deps;
  const app = new Hono<PanelEnv>();
  const answerWithFile = answersWithFile(deps);
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  app.get(urls.adminReport(':id'), ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const kept = await findReport(db, booking.id);
    if (kept?.sentAt) return c.redirect(urls.adminReportPreview(booking.id), 303);
    const refused = refuseReport(booking, now());
    if (refused) return page(c, <RefusedPage {...frame(c, booking)} refused={refused} />, 409);
    const written: Written = {
      ...{ about: aboutOf(booking), zone: c.get('owner').timeZone, problems: {}, tab: randomUUID() },
      report: kept?.content ?? emptyReport(booking.details?.subject ?? null),
      version: kept?.version ?? 0,
      savedAt: kept?.savedAt ?? null,
    };
    return page(c, <WritingPage {...frame(c, booking)} {...written} />);
  });

  app.post(urls.adminReport(':id'), ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const form = await whole(c.req.formData());
    const { report, problems } = readReport(form, booking.details?.subject ?? null);
    const over = Number(form.get('version')) || 0;
    const tab = String(form.get('tab') ?? '').slice(0, 40) || randomUUID();
    const written: Written = {
      ...{ about: aboutOf(booking), zone: c.get('owner').timeZone, report, problems, tab },
      ...{ version: over, savedAt: null },
    };
    if (Object.keys(problems).length > 0) return answer(c, booking, written, { status: 422 });
    const saved = await saveReport(deps, booking.id, { content: report, over, tab });
    if ('refused' in saved) return answer(c, booking, written, { refused: saved.refused, status: 409 });
    if (form.get('intent') !== 'send' || wantsFragment(c))
      return wantsFragment(c)
        ? answer(c, booking, { ...written, ...saved })
        : seeOther(c, urls.adminReport(booking.id));
    const sent = await sendReport(deps, booking.id);
    if ('refused' in sent)
      return answer(c, booking, { ...written, ...saved }, { refused: sent.refused, status: 409 });
    return seeOther(c, urls.adminReportPreview(booking.id));
  });

  app.get(urls.adminReportPreview(':id'), ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const kept = await findReport(db, booking.id);
    if (!kept) return seeOther(c, urls.adminReport(booking.id));
    return page(c, <PreviewPage shell={c.get('shell')} {...(await sheetOf(c, booking, kept))} />);
  });

  app.get(urls.adminReportFile(':id'), ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const kept = await findReport(db, booking.id);
    if (!kept) throw new HTTPException(404);
    return answerWithFile(c, await sheetOf(c, booking, kept), kept.version, true);
  });

  return app;

  /** What the candidate gets, or will. */
  async function sheetOf(
    c: Context<PanelEnv>,
    booking: BookedInterview,
    kept: KeptReport,
  ): Promise<SheetProps> {
    const { name: interviewer, timeZone: zone } = c.get('owner');
    return {
      ...{ about: aboutOf(booking), report: kept.content, interviewer, zone, sentAt: kept.sentAt },
      guaranteeUntil: claimableUntil(booking, await claimFacts(deps, booking.id), now()),
    };
  }

  /** What was done, in the page that it was done from. */
  function answer(
    c: Context<PanelEnv>,
    booking: BookedInterview,
    written: Written,
    { refused, status = 200 }: { refused?: ReportRefusal; status?: 200 | 409 | 422 } = {},
  ) {
    if (wantsFragment(c)) return fragment(c, <SavedParts {...written} refused={refused} />, status);
    return page(c, <WritingPage {...frame(c, booking)} {...written} refused={refused} />, status);
  }
}

const frame = (c: Context<PanelEnv>, booking: BookedInterview) => ({
  ...{ shell: c.get('shell'), owner: c.get('owner'), about: aboutOf(booking) },
});

const aboutOf = ({ id, candidate, details, startsAt }: BookedInterview): Subject => ({
  ...{ bookingId: id, name: candidate.name, first: firstName(candidate.name), startsAt },
  subject: details?.subject ?? null,
});
