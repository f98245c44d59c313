import { Button, ButtonLink } from '../../ui/button.tsx';
import { ChangeDialog, ChangePage, sendsChange } from '../../ui/change-page.tsx';
import { Consequences } from '../../ui/consequences.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatCents } from '../../ui/price.tsx';
import { formatInstant, zoneLabel, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { FormState } from '../../web/forms.ts';
import type { ChangeRefusal } from '../booking/change-domain.ts';
import {
  cancelConsequences,
  candidateAbsentConsequences,
  ownAbsenceConsequences,
  proposalConsequences,
  refusalWords,
} from './change-words.ts';
import { type BookedInterview, firstName, moneyLeft, type PanelOwner } from './domain.ts';
import { wallClock } from './proposal-domain.ts';

export type ChangeField = 'note' | 'date' | 'time' | 'message';
export type ChangeForm = FormState<ChangeField>;
export const CHANGES = ['cancellation', 'proposal', 'absence'] as const;
export type ChangeName = (typeof CHANGES)[number];

export const MOST_OF_A_NOTE = 1000;

interface Props {
  owner: PanelOwner;
  booking: BookedInterview;
  change: ChangeName;
  form: ChangeForm;
  /** Why it can't be done as things are. */
  refused: ChangeRefusal | null;
}

/** One of the interviewer's changes as a page. */
export function ChangeFormPage({ shell, ...props }: Props & { shell: Shell }) {
  return <ChangePage shell={shell} person={props.owner} {...framed(props)} />;
}

/** The same as a dialog over the booking. */
export const ChangeFormDialog = (props: Props) => <ChangeDialog {...framed(props)} />;

function framed(props: Props) {
  const { owner, booking, change } = props;
  const first = firstName(booking.candidate.name);
  const titles: Record<ChangeName, string> = {
    cancellation: `Cancel the interview with ${first}?`,
    proposal: 'Propose another time.',
    absence: 'Who did not come?',
  };
  return {
    title: titles[change],
    about: `${booking.candidate.name}, ${formatInstant(booking.startsAt, owner.timeZone)} in ${zoneLabel(owner.timeZone, booking.startsAt)}`,
    back: urls.adminBooking(booking.id),
    backLabel: 'Back to the booking',
    children: <Body {...props} />,
  };
}

function Body(props: Props) {
  const { owner, booking, change, refused } = props;
  if (refused) {
    return (
      <div class="stack">
        <Notice tone="error" title="That can’t be done now.">
          <p>{refusalWords(refused, { booking, zone: owner.timeZone })} Nothing was changed.</p>
        </Notice>
        <p>
          <ButtonLink href={urls.adminBooking(booking.id)} icon="back">
            Back to the booking
          </ButtonLink>
        </p>
      </div>
    );
  }
  if (change === 'cancellation') return <Cancellation {...props} />;
  return change === 'proposal' ? <Proposal {...props} /> : <Absence {...props} />;
}

function Cancellation({ owner, booking, form }: Props) {
  return (
    <form class="stack" {...sendsChange(urls.adminCancellation(booking.id))}>
      <Consequences items={cancelConsequences({ booking, zone: owner.timeZone })} />
      <Note booking={booking} form={form} />
      <Button variant="danger" wide tail={<Back booking={booking} />}>
        Cancel and refund
      </Button>
      <p class="small soft">This can’t be undone. To keep the booking, propose another time instead.</p>
    </form>
  );
}

function Proposal({ owner, booking, form }: Props) {
  const first = firstName(booking.candidate.name);
  const here = wallClock(booking.startsAt, owner.timeZone);
  const { values, errors } = form;
  return (
    <form class="stack" novalidate {...sendsChange(urls.adminProposal(booking.id))}>
      <Consequences items={proposalConsequences({ booking, zone: owner.timeZone })} />
      <div class="change__when">
        <TextField
          name="date"
          type="date"
          label="Day"
          value={text(values.date) ?? here.date}
          error={errors.date}
          required
          autofocus={Boolean(errors.date)}
        />
        <TextField
          name="time"
          type="time"
          label="Starts at"
          note={`In ${zonePlace(owner.timeZone)}`}
          value={text(values.time) ?? here.time}
          error={errors.time}
          required
          autofocus={Boolean(errors.time)}
        />
      </div>
      <TextArea
        name="message"
        label={`To ${first}`}
        note="Optional"
        hint="Why, in a sentence. It goes into the mail as you write it."
        rows={3}
        maxLength={MOST_OF_A_NOTE}
        value={text(values.message) ?? ''}
        error={errors.message}
      />
      <Button variant="primary" wide tail="$0">
        Ask {first}
      </Button>
    </form>
  );
}

function Absence({ owner, booking, form }: Props) {
  const first = firstName(booking.candidate.name);
  const action = urls.adminAbsence(booking.id);
  const setting = { booking, zone: owner.timeZone };
  return (
    <div class="change__two">
      <form class="stack" {...sendsChange(action)}>
        <h2>{first} did not come.</h2>
        {booking.absent === 'candidate' ? (
          <p>You said so already. {first} has the mail.</p>
        ) : (
          <>
            <Consequences items={candidateAbsentConsequences(setting)} />
            <Button variant="primary" wide name="who" value="candidate" tail="$0 back">
              Say {first} did not come
            </Button>
          </>
        )}
      </form>
      <form class="stack" {...sendsChange(action)}>
        <h2>You did not come.</h2>
        <Consequences items={ownAbsenceConsequences(setting)} />
        <input type="hidden" name="who" value="interviewer" />
        <Note booking={booking} form={form} />
        <Button variant="danger" wide tail={<Back booking={booking} />}>
          Say you did not come
        </Button>
        <p class="small soft">This can’t be undone.</p>
      </form>
    </div>
  );
}

function Note({ booking, form }: Pick<Props, 'booking' | 'form'>) {
  return (
    <TextArea
      name="note"
      label={`To ${firstName(booking.candidate.name)}`}
      note="Optional"
      hint="What happened, in a sentence. It goes into the mail as you write it."
      rows={3}
      maxLength={MOST_OF_A_NOTE}
      value={text(form.values.note) ?? ''}
      error={form.errors.note}
      autofocus={Boolean(form.errors.note)}
    />
  );
}

const Back = ({ booking }: { booking: BookedInterview }) => (
  <>{formatCents({ cents: Math.max(0, moneyLeft(booking)), currency: booking.price.currency })} back</>
);

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
