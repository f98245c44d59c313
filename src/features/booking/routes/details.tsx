import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv } from '../../../web/env.ts';
import { fieldErrors, whole } from '../../../web/forms.ts';
import { page, seeOther } from '../../../web/respond.ts';
import { isTimeZone } from '../../../zones.ts';
import { changeTimeZone, giveDetails } from '../commands.ts';
import { refuseChange } from '../domain.ts';
import { type DetailsField, type DetailsForm, detailsSchema } from '../forms.ts';
import { detailsOf, resumeInfo } from '../queries.ts';
import { readResume } from '../resume-file.ts';
import { DetailsPage } from '../views/details-page.tsx';
import { linkNeeded, type OwnBooking, ownBooking } from './own-booking.tsx';
import { sendToItsStep } from './steps.tsx';

const TEXT_FIELDS = ['name', 'email', 'background', 'subject', 'focus', 'targetCompanies', 'notes'] as const;

/** Step two: who the candidate is and what they want to be asked about. */
export function detailsRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingDetails(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (refuseChange(own.booking, deps.now())) return sendToItsStep(deps, c, own);
    const details = await detailsOf(deps.db, own.booking.id);
    const { name, email } = own.booking.candidate;
    return show(deps, c, own, { values: { name, email, ...details }, errors: {} });
  });

  app.post(urls.bookingDetails(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    if (refuseChange(own.booking, deps.now())) return sendToItsStep(deps, c, own);

    const body = await whole(c.req.parseBody({ all: true }));
    const typed = typedValues(body);
    // The file is kept as soon as it is good, whatever is wrong with the rest: nobody chooses it twice.
    const { removed, error } = await keepResume(deps, own.booking.id, body);
    const offered = namesOf(own);
    const parsed = detailsSchema(offered).safeParse(typed);
    if (removed) return show(deps, c, own, { values: typed, errors: {} });
    if (!parsed.success || error) {
      const errors = {
        ...(parsed.error && fieldErrors<DetailsField>(parsed.error)),
        ...(error && { resume: error }),
      };
      return show(deps, c, own, { values: typed, errors }, 422);
    }

    const { name, email, ...details } = parsed.data;
    const outcome = await giveDetails(deps, own.booking.id, { name, email, details });
    if ('refused' in outcome) return sendToItsStep(deps, c, own);
    return seeOther(c, urls.bookingPayment(own.booking.id));
  });

  app.post(urls.bookingTimeZone(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const { timeZone, back } = await whole(c.req.parseBody());
    if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) throw new HTTPException(400);
    await changeTimeZone(deps, own.booking.id, timeZone);
    const { id } = own.booking;
    const pages = [
      urls.bookingDetails(id),
      urls.bookingPayment(id),
      urls.bookingThanks(id),
      urls.booking(id),
    ];
    return seeOther(c, pages.find((path) => path === back) ?? urls.booking(id));
  });

  return app;
}

async function show(
  deps: Deps,
  c: Context<AppEnv>,
  own: OwnBooking,
  form: DetailsForm,
  status: 200 | 422 = 200,
): Promise<Response> {
  const resume = await resumeInfo(deps.db, own.booking.id);
  return page(
    c,
    <DetailsPage shell={c.get('shell')} {...own} form={form} resume={resume} now={deps.now()} />,
    status,
  );
}

type Body = Record<string, string | File | (string | File)[]>;

function typedValues(body: Body): DetailsForm['values'] & { technologies: string[] } {
  const values: DetailsForm['values'] = {};
  for (const field of TEXT_FIELDS) {
    const value = body[field];
    if (typeof value === 'string') values[field] = value;
  }
  const technologies = [body.technologies ?? []].flat().filter((value) => typeof value === 'string');
  return { ...values, technologies };
}

async function keepResume(
  deps: Deps,
  bookingId: string,
  body: Body,
): Promise<{ removed?: true; error?: string }> {
  if (body.resumeAction === 'remove') {
    await deps.resumes.remove(bookingId);
    return { removed: true };
  }
  const upload = await readResume([body.resume].flat()[0]);
  if (upload.kind === 'refused') return { error: upload.message };
  if (upload.kind === 'file') await deps.resumes.put(bookingId, upload);
  return {};
}

function namesOf({ interviewer }: OwnBooking) {
  return {
    subjects: interviewer.subjects.map((tag) => tag.name),
    technologies: interviewer.technologies.map((tag) => tag.name),
  };
}
