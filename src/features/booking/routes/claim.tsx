import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { urls } from '../../../urls.ts';
import type { AppEnv, Shell } from '../../../web/env.ts';
import { whole } from '../../../web/forms.ts';
import { ownBookings, rememberBooking } from '../../../web/own-bookings.ts';
import {
  fragment,
  fragmentText,
  page,
  pageText,
  seeOther,
  wantsFragment,
  written,
} from '../../../web/respond.ts';
import { together } from '../../../web/together.ts';
import { visitorZone } from '../../../web/visitor-zone.ts';
import { type Claim, claimDesk, claimSlot } from '../claim.ts';
import { type BookableInterviewer, bookableInterviewer } from '../interviewer-queries.ts';
import { nextStarts } from '../open-slot-queries.ts';
import { quoteWords, readQuote } from '../quote-domain.ts';
import { ClaimProblem } from '../views/claim-problem.tsx';
import { TimePage } from '../views/time-page.tsx';
import { firstName } from '../words.ts';

const claimForm = z.object({
  interviewer: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .catch(''),
  // cal.com's uids are short and plain; anything else never came from it.
  uid: z
    .string()
    .regex(/^[\w-]{4,100}$/)
    .catch(''),
  // The price that was shown, signed by the page that showed it.
  quote: z.string().max(500).catch(''),
});

const STATUS = { forged: 422, claimed: 409, taken: 409, 'too-many-holds': 429, unreachable: 503 } as const;

/** Somebody who lost a time, as far as their answer depends on it. */
interface Loss {
  shell: Shell;
  interviewer: BookableInterviewer;
  kind: 'claimed' | 'taken';
  zone: string;
  isFragment: boolean;
}

/** Step one: the calendar, and the claim of the slot that was picked in it. */
export function claimRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const desk = claimDesk(deps);
  // Many want one time of one interviewer at the same moment; what they all ask is asked once.
  const bookable = together((slug: string) => bookableInterviewer(deps.db, slug));
  // Their page as well: all who lose a time and see the site alike are shown the same next times.
  const lost = together(
    async ({ shell, interviewer, kind, zone, isFragment }: Loss) => {
      const starts = await nextStarts(deps.db, interviewer.id, deps.now());
      const problem = { kind, next: { name: firstName(interviewer.name), starts, zone } };
      if (isFragment) return fragmentText(<ClaimProblem {...problem} />);
      return pageText(<TimePage shell={shell} {...timeProps(deps, interviewer)} problem={problem} />);
    },
    ({ shell, interviewer, kind, zone, isFragment }) =>
      JSON.stringify([interviewer.id, kind, zone, isFragment, shell.theme, shell.isFirstVisit]),
  );

  app.get(urls.book(':slug'), async (c) => {
    const interviewer = await bookable(c.req.param('slug') ?? '');
    if (!interviewer) throw new HTTPException(404);
    return page(c, <TimePage shell={c.get('shell')} {...timeProps(deps, interviewer)} />);
  });

  app.post(urls.bookings(), async (c) => {
    const { interviewer: slug, uid, quote } = claimForm.parse(await whole(c.req.parseBody()));
    const interviewer = await bookable(slug);
    if (!interviewer) throw new HTTPException(404);

    const claim: Claim = uid
      ? await claimSlot(deps, desk, interviewer, uid, {
          bookings: await ownBookings(deps, c),
          quote: readQuote(deps.secrets.verify(quote) ?? ''),
        })
      : { refused: 'forged' };
    if ('booking' in claim) {
      await rememberBooking(deps, c, claim.booking.id);
      return seeOther(c, urls.bookingDetails(claim.booking.id));
    }
    const { refused: kind } = claim;
    const [shell, isFragment] = [c.get('shell'), wantsFragment(c)];
    // Who lost a time is told the next ones at once, without those that are going in this very moment.
    if (kind === 'taken' || kind === 'claimed') {
      const text = await lost({ shell, interviewer, kind, zone: visitorZone(c), isFragment });
      return written(c, text, STATUS[kind]);
    }
    const problem = { kind, retryUid: uid };
    if (isFragment) return fragment(c, <ClaimProblem {...problem} />, STATUS[kind]);
    return page(
      c,
      <TimePage shell={shell} {...timeProps(deps, interviewer)} problem={problem} />,
      STATUS[kind],
    );
  });

  return app;
}

function timeProps(deps: Deps, interviewer: BookableInterviewer) {
  const { connection, rateCents, currency } = interviewer;
  const price = { cents: rateCents, currency };
  return {
    interviewer,
    price,
    quote: deps.secrets.sign(quoteWords({ interviewerId: interviewer.id, price, shownAt: deps.now() })),
    calendar: connection && {
      origin: deps.config.calcom.origin.origin,
      embedUrl: deps.config.calcom.embedUrl.href,
      link: `${connection.username}/${connection.eventTypeSlug}`,
    },
    contact: deps.config.operatorEmail,
  };
}
