import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { page } from '../../web/respond.ts';
import { linkNeeded, type OwnBooking, ownBooking } from '../booking/routes/own-booking.tsx';
import { firstName } from '../booking/words.ts';
import { claimableUntil } from '../guarantee/domain.ts';
import { claimFacts } from '../guarantee/standing.ts';
import { answersWithFile } from './pdf/answer.ts';
import { findReport, markRead, subjectOf } from './queries.ts';
import { ReportPage, type SheetProps } from './views/sheet.tsx';

/** The candidate reads the report, behind the booking's link. */
export function reportRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const answerWithFile = answersWithFile(deps);

  app.get(urls.bookingReport(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const { sheet } = await read(own);
    return page(c, <ReportPage shell={c.get('shell')} {...sheet} />);
  });

  app.get(urls.bookingReportFile(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const { sheet, version } = await read(own);
    return answerWithFile(c, sheet, version);
  });

  return app;

  /** What the candidate has opened, which is noted. */
  async function read({ booking, interviewer }: OwnBooking): Promise<{ sheet: SheetProps; version: number }> {
    const kept = await findReport(deps.db, booking.id);
    if (!kept?.sentAt) throw new HTTPException(404);
    await markRead(deps.db, booking.id, deps.now());
    const { id, candidate, startsAt } = booking;
    return {
      version: kept.version,
      sheet: {
        about: {
          ...{ bookingId: id, name: candidate.name, first: firstName(candidate.name), startsAt },
          subject: await subjectOf(deps.db, id),
        },
        report: kept.content,
        interviewer: interviewer.name,
        zone: candidate.timeZone,
        sentAt: kept.sentAt,
        guaranteeUntil: claimableUntil(booking, await claimFacts(deps, id), deps.now()),
      },
    };
  }
}
