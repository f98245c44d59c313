import { isDeepStrictEqual } from 'node:util';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import { addressOf } from '../../../web/address.ts';
import type { AppEnv } from '../../../web/env.ts';
import { fieldErrors, whole } from '../../../web/forms.ts';
import { page, seeOther } from '../../../web/respond.ts';
import { countUpload, waitWords } from '../../../web/upload-limit.ts';
import { isTimeZone } from '../../../zones.ts';
import { resumeChanged, rewriteDetails } from '../change-commands.ts';
import { refuseRewrite } from '../change-domain.ts';
import { refuseChange } from '../checkout-domain.ts';
import { changeTimeZone, giveDetails } from '../commands.ts';
import type { BookingDetails } from '../domain.ts';
import { type DetailsField, type DetailsForm, detailsSchema } from '../forms.ts';
import { detailsOf, resumeInfo } from '../queries.ts';
import { changeRefusalWords } from '../refusal-words.ts';
import { readResume } from '../resume-file.ts';
import { DetailsPage } from '../views/details-page.tsx';
import { RewritePage } from '../views/rewrite-page.tsx';
import { linkNeeded, type OwnBooking, ownBooking } from './own-booking.tsx';
import { people, refuse } from './refused.tsx';
import { sendToItsStep } from './steps.tsx';

const TEXT_FIELDS = ['name', 'email', 'background', 'subject', 'focus', 'targetCompanies', 'notes'] as const;

/** Step two: who the candidate is and what they want to be asked about. */
export function detailsRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.bookingDetails(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const turnedAway = await turnAway(c, own);
    if (turnedAway) return turnedAway;
    const details = await detailsOf(deps.db, own.booking.id);
    const { name, email } = own.booking.candidate;
    return show(deps, c, own, { values: { name, email, ...details }, errors: {} });
  });

  app.post(urls.bookingDetails(':id'), async (c) => {
    const own = await ownBooking(deps, c);
    if (!own) return linkNeeded(deps, c);
    const turnedAway = await turnAway(c, own);
    if (turnedAway) return turnedAway;

    const body = await whole(c.req.parseBody({ all: true }));
    const at = deps.now();
    const typed = typedValues(body);
    // The file is kept as soon as it is good, whatever is wrong with the rest: nobody chooses it twice.
    const {
      removed,
      error,
      wait = 0,
    } = await keepResume(deps, own, body, { at, from: addressOf(c, deps.config.trustedProxies) });
    const offered = namesOf(own);
    const { name: bookedAs, email: bookedFrom } = own.booking.candidate;
    const rewrites = isPaid(own);
    const parsed = detailsSchema(offered).safeParse({
      ...typed,
      // Who booked stays who booked.
      ...(rewrites && { name: bookedAs, email: bookedFrom }),
    });
    if (removed) return show(deps, c, own, { values: typed, errors: {} });
    if (!parsed.success || error) {
      const errors = {
        ...(parsed.error && fieldErrors<DetailsField>(parsed.error)),
        ...(error && { resume: error }),
      };
      if (wait > 0) c.header('Retry-After', String(wait));
      return show(deps, c, own, { values: typed, errors }, wait > 0 ? 429 : 422);
    }

    const { name, email, ...details } = parsed.data;
    if (rewrites) return rewrite(c, own, details, at);
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

  /** Before it is paid, as long as it is held; after that, as long as the interviewer has not read it. */
  async function turnAway(c: Context<AppEnv>, own: OwnBooking): Promise<Response | null> {
    if (!isPaid(own)) return refuseChange(own.booking, deps.now()) ? sendToItsStep(deps, c, own) : null;
    const refused = refuseRewrite(own.booking, deps.now());
    if (!refused) return null;
    return refuse(deps, c, own, changeRefusalWords(refused, 'rewrite', own.booking, people(deps, own)));
  }

  async function rewrite(
    c: Context<AppEnv>,
    own: OwnBooking,
    details: BookingDetails,
    at: Date,
  ): Promise<Response> {
    const { id } = own.booking;
    // Saved as it was: nobody needs a mail about that.
    if (!isDeepStrictEqual(await detailsOf(deps.db, id), details)) {
      const outcome = await rewriteDetails(deps, id, details, at);
      if ('refused' in outcome) {
        const words = changeRefusalWords(outcome.refused, 'rewrite', own.booking, people(deps, own));
        return refuse(deps, c, own, words);
      }
    }
    return seeOther(c, urls.booking(id));
  }
}

const isPaid = ({ booking: { state } }: OwnBooking): boolean =>
  state === 'confirmed' || state === 'completed';

async function show(
  deps: Deps,
  c: Context<AppEnv>,
  own: OwnBooking,
  form: DetailsForm,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const resume = await resumeInfo(deps.db, own.booking.id);
  const props = { shell: c.get('shell'), ...own, form, resume, now: deps.now() };
  return page(c, isPaid(own) ? <RewritePage {...props} /> : <DetailsPage {...props} />, status);
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
  own: OwnBooking,
  body: Body,
  { at, from }: { at: Date; from: string },
): Promise<{ removed?: true; error?: string; wait?: number }> {
  const { id } = own.booking;
  if (body.resumeAction === 'remove') {
    await deps.resumes.remove(id);
    if (isPaid(own)) await resumeChanged(deps, id, at);
    return { removed: true };
  }
  const file = [body.resume].flat()[0];
  if (file instanceof File && file.name !== '') {
    const wait = await countUpload(deps, [
      ['resume', id],
      ['resume-place', from],
    ]);
    if (wait > 0) {
      const error = `That is a lot of resumes for one hour. Everything you typed is here. ${waitWords(wait)}`;
      return { error, wait };
    }
  }
  const upload = await readResume(file);
  if (upload.kind === 'refused') return { error: upload.message };
  if (upload.kind === 'file') {
    await deps.resumes.put(id, upload);
    if (isPaid(own)) await resumeChanged(deps, id, at);
  }
  return {};
}

function namesOf({ interviewer }: OwnBooking) {
  return {
    subjects: interviewer.subjects.map((tag) => tag.name),
    technologies: interviewer.technologies.map((tag) => tag.name),
  };
}
