import { Button } from '../../ui/button.tsx';
import { ChangeDialog, ChangePage, sendsChange } from '../../ui/change-page.tsx';
import { Consequences } from '../../ui/consequences.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatCents } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import type { ChangeRefusal } from '../booking/change-domain.ts';
import type { Booking } from '../booking/domain.ts';
import { DESK_ZONE } from './zone.ts';

interface Props {
  booking: Booking;
  refused: ChangeRefusal | null;
  note?: string;
  error?: string;
}

export function CallOffPage({ shell, user, ...props }: Props & { shell: Shell; user: SignedInUser }) {
  return <ChangePage shell={shell} person={{ name: user.name }} desk="operator" {...framed(props)} />;
}

export const CallOffDialog = (props: Props) => <ChangeDialog {...framed(props)} />;

function framed(props: Props) {
  const { booking } = props;
  return {
    title: 'Call the interview off?',
    about: `${booking.candidate.name}, ${booking.reference}, ${formatInstant(booking.startsAt, DESK_ZONE)} ${DESK_ZONE}`,
    back: urls.operatorBooking(booking.id),
    backLabel: 'Back to the booking',
    children: props.refused ? (
      <Notice tone="error" title="That can’t be done now.">
        <p>
          {props.refused === 'over'
            ? 'The session is over. Give the money back from the booking’s page instead.'
            : 'The booking is not confirmed: there is nothing to call off.'}
        </p>
      </Notice>
    ) : (
      <CallOff {...props} />
    ),
  };
}

function CallOff({ booking, note = '', error }: Props) {
  const amount = formatCents({
    cents: Math.max(0, booking.money.captured - booking.money.refunded),
    currency: booking.price.currency,
  });
  const items = [
    { who: 'Candidate', what: `Gets ${amount} back today, and one mail with your note in it.` },
    {
      who: 'Interviewer',
      what: 'Earns $0 for this one, and gets the same mail. The session leaves the calendar.',
    },
    { who: 'The time', what: 'Free at once, on the calendar and on the list.' },
  ];
  return (
    <form class="stack" {...sendsChange(urls.operatorCancellation(booking.id))}>
      <Consequences items={items} />
      <TextArea
        name="note"
        label="To both"
        note="Optional"
        hint="What happened, in a sentence. It goes into both mails as you write it."
        rows={3}
        maxLength={1000}
        value={note}
        error={error}
      />
      <Button variant="danger" wide tail={`${amount} back`}>
        Call it off and refund
      </Button>
      <p class="small soft">This can’t be undone.</p>
    </form>
  );
}
