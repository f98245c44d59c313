import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { requireInterviewer } from '../../web/guards.ts';
import { fragment, page, seeOther, wantsFragment } from '../../web/respond.ts';
import { type Changed, cancelBooking, proposeTime, reportAbsence } from '../booking/change-commands.ts';
import { type ChangeRefusal, refuseAbsence, refuseCancel, refuseProposal } from '../booking/change-domain.ts';
import { SLOT_MINUTES } from '../booking/domain.ts';
import { MINUTE } from '../booking/policy.ts';
import {
  type ChangeForm,
  ChangeFormDialog,
  ChangeFormPage,
  type ChangeName,
  MOST_OF_A_NOTE,
} from './change-views.tsx';
import type { BookedInterview } from './domain.ts';
import { ownBooking, ownPanel, type PanelEnv } from './own.ts';
import { proposedTime, timeProblemWords } from './proposal-domain.ts';
import { isBusy } from './queries.ts';

const EMPTY: ChangeForm = { values: {}, errors: {} };
export const NOTE_TOO_LONG = `That is more than ${MOST_OF_A_NOTE.toLocaleString('en-US')} characters.`;

/** What an interviewer changes about a booking: cancels it, proposes another time, says who did not come. */
export function changeRoutes(deps: Deps): Hono<PanelEnv> {
  const app = new Hono<PanelEnv>();
  const guards = [requireInterviewer(deps), ownPanel(deps)] as const;

  for (const [change, path] of Object.entries(PATHS) as [ChangeName, string][]) {
    app.get(path, ...guards, async (c) => {
      const booking = await ownBooking(deps, c);
      const props = { owner: c.get('owner'), booking, change, form: EMPTY };
      const refused = REFUSES[change](booking, deps.now());
      if (wantsFragment(c)) return fragment(c, <ChangeFormDialog {...props} refused={refused} />);
      return page(c, <ChangeFormPage shell={c.get('shell')} {...props} refused={refused} />);
    });
  }

  app.post(PATHS.cancellation, ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const { note } = await fieldsOf(c, ['note']);
    if (note.length > MOST_OF_A_NOTE)
      return again(c, booking, 'cancellation', { note }, { note: NOTE_TOO_LONG });
    return settle(
      c,
      booking,
      'cancellation',
      await cancelBooking(deps, booking.id, { by: 'interviewer', note }),
    );
  });

  app.post(PATHS.proposal, ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const owner = c.get('owner');
    const typed = await fieldsOf(c, ['date', 'time', 'message']);
    const { message } = typed;
    const refuse = (errors: ChangeForm['errors']) => again(c, booking, 'proposal', typed, errors);
    const time = proposedTime(typed, owner.timeZone, { now: deps.now(), current: booking.startsAt });
    if ('problem' in time) return refuse({ [time.field]: timeProblemWords(time.problem) });
    if (message.length > MOST_OF_A_NOTE) return refuse({ message: NOTE_TOO_LONG });
    const { startsAt } = time;
    const endsAt = new Date(startsAt.getTime() + SLOT_MINUTES * MINUTE);
    if (await isBusy(deps.db, owner.id, { startsAt, endsAt }, booking.id)) {
      return refuse({ time: 'You have another interview in those ninety minutes. Pick another time.' });
    }
    return settle(c, booking, 'proposal', await proposeTime(deps, booking.id, { startsAt, message }));
  });

  app.post(PATHS.absence, ...guards, async (c) => {
    const booking = await ownBooking(deps, c);
    const { note, who } = await fieldsOf(c, ['note', 'who']);
    if (note.length > MOST_OF_A_NOTE) return again(c, booking, 'absence', { note }, { note: NOTE_TOO_LONG });
    if (who !== 'candidate' && who !== 'interviewer') return seeOther(c, urls.adminAbsence(booking.id));
    return settle(c, booking, 'absence', await reportAbsence(deps, booking.id, { who, note }));
  });

  return app;
}

const PATHS: Record<ChangeName, string> = {
  cancellation: urls.adminCancellation(':id'),
  proposal: urls.adminProposal(':id'),
  absence: urls.adminAbsence(':id'),
};

const REFUSES: Record<ChangeName, (booking: BookedInterview, now: Date) => ChangeRefusal | null> = {
  cancellation: (booking, now) => refuseCancel(booking, 'interviewer', now),
  // Any time that is still to come stands for the one that will be typed.
  proposal: (booking, now) => refuseProposal(booking, new Date(now.getTime() + MINUTE), now),
  absence: refuseAbsence,
};

/** Done, or said before: the booking's page shows what is true now. Anything else is said where it was asked. */
function settle(c: Context<PanelEnv>, booking: BookedInterview, change: ChangeName, changed: Changed) {
  if (!('refused' in changed) || changed.refused === 'ended')
    return seeOther(c, urls.adminBooking(booking.id));
  return show(c, { booking, change, form: EMPTY, refused: changed.refused }, 409);
}

function again(
  c: Context<PanelEnv>,
  booking: BookedInterview,
  change: ChangeName,
  values: ChangeForm['values'],
  errors: ChangeForm['errors'],
) {
  return show(c, { booking, change, form: { values, errors }, refused: null }, 422);
}

function show(
  c: Context<PanelEnv>,
  props: { booking: BookedInterview; change: ChangeName; form: ChangeForm; refused: ChangeRefusal | null },
  status: ContentfulStatusCode,
) {
  return page(c, <ChangeFormPage shell={c.get('shell')} owner={c.get('owner')} {...props} />, status);
}

async function fieldsOf<Name extends string>(
  c: Context<PanelEnv>,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const form = await whole(c.req.formData());
  const read = (name: Name) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string>;
}
