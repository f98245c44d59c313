import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { urls } from '../../../urls.ts';
import type { Booking } from '../domain.ts';

/**
 * The zone that times are shown in, folded away until it is wanted. Leads back to the page at `back`;
 * with htmx only the parts that show times are taken from it, so that a half-filled form beside them
 * stays as it is.
 */
export function ChangeZone({ booking, back }: { booking: Booking; back: string }) {
  const action = urls.bookingTimeZone(booking.id);
  return (
    <details class="zone" id="zone">
      <summary>Change time zone</summary>
      <form
        class="zone__form"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#order"
        hx-select="#order"
        hx-swap="outerHTML"
        hx-select-oob="#order-bar,.steps:outerHTML:.steps"
      >
        <input type="hidden" name="back" value={back} />
        <SelectField
          name="timeZone"
          label="Show times in"
          value={booking.candidate.timeZone}
          options={zonesWith(booking.candidate.timeZone).map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
        />
        <Button small>Use this zone</Button>
      </form>
    </details>
  );
}

/** Every zone this machine knows, and the one in use where it goes by an older name. */
function zonesWith(current: string): string[] {
  return [...new Set([current, 'UTC', ...ALL])].sort();
}

const ALL = Intl.supportedValuesOf('timeZone');
