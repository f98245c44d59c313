import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { PicksField } from '../../../ui/picks.tsx';
import { formatCents } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { ClaimKind } from '../../guarantee/domain.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { LIMITS } from '../forms.ts';
import { firstName } from '../words.ts';
import { AskedDialog, AskedPage } from './asked.tsx';
import { Says } from './says.tsx';

export interface MoneyBackProps {
  booking: Booking;
  interviewer: BookedInterviewer;
  kind: ClaimKind;
  /** What can be said by now. */
  kinds: readonly ClaimKind[];
  reason?: string;
  error?: string;
}

const TITLE = 'Ask for your money back';

const KINDS: Record<ClaimKind, string> = {
  'not-worth-it': 'It was not worth it',
  'nobody-came': 'Nobody came',
};

/** The guarantee, asked for: the second of two presses. */
export function MoneyBackPage({ shell, ...props }: MoneyBackProps & { shell: Shell }) {
  return (
    <AskedPage shell={shell} title={TITLE} booking={props.booking}>
      <MoneyBack as="h1" {...props} />
    </AskedPage>
  );
}

/** The same over the booking's page. */
export function MoneyBackDialog(props: MoneyBackProps) {
  return (
    <AskedDialog id="money-back" title={TITLE} booking={props.booking}>
      <MoneyBack as="h2" {...props} />
    </AskedDialog>
  );
}

function MoneyBack({
  as: Heading,
  booking,
  interviewer,
  kind,
  kinds,
  reason = '',
  error,
}: MoneyBackProps & { as: 'h1' | 'h2' }) {
  const name = firstName(interviewer.name);
  const amount = formatCents(booking.price);
  return (
    <>
      <Heading id="asked" tabindex={-1}>
        Take {amount} back?
      </Heading>
      <Says
        lines={[
          'All of it, to the card you paid with. You decide. We do not argue.',
          `${name} hears of it, with your reason if you give one.`,
          'You can ask once.',
        ]}
      />
      <form class="asked__form" method="post" action={urls.bookingClaim(booking.id)} data-once>
        {kinds.length > 1 ? (
          <PicksField
            name="kind"
            label="What happened"
            type="radio"
            options={kinds.map((value) => ({ value, label: KINDS[value] }))}
            chosen={[kind]}
            required
          />
        ) : (
          <input type="hidden" name="kind" value={kind} />
        )}
        <TextArea
          name="reason"
          label="What went wrong?"
          note="Optional"
          placeholder="It helps us fix it. Leave it empty and it counts all the same."
          rows={3}
          value={reason}
          maxLength={LIMITS.claimReason}
          error={error}
        />
        <div class="cluster">
          <Button variant="primary" tail={amount}>
            Give me my money back
          </Button>
          <a href={urls.booking(booking.id)} data-dialog-close>
            Keep it as it is
          </a>
        </div>
      </form>
    </>
  );
}
