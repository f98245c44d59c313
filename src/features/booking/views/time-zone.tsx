import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { urls } from '../../../urls.ts';
import { allZones, zoneName } from '../../../zones.ts';
import type { Booking } from '../domain.ts';

/**
 * The zone that times are shown in, folded away until it is wanted. Leads back to the page at `back`;
 * `inPlace` takes only the order from it, so that a half-filled form beside it stays as it is.
 */
export function ChangeZone({
  booking,
  back,
  inPlace = false,
}: {
  booking: Booking;
  back: string;
  inPlace?: boolean;
}) {
  const action = urls.bookingTimeZone(booking.id);
  const zone = zoneName(booking.candidate.timeZone);
  return (
    <details class="zone" id="zone">
      <summary>Change time zone</summary>
      <form
        class="zone__form"
        method="post"
        action={action}
        {...(inPlace && { 'hx-post': action, ...ORDER_ONLY })}
      >
        <input type="hidden" name="back" value={back} />
        <SelectField
          name="timeZone"
          label="Show times in"
          value={zone}
          options={zonesWith(zone).map((name) => ({
            value: name,
            label: name.replaceAll('_', ' '),
          }))}
        />
        <Button small>Use this zone</Button>
      </form>
    </details>
  );
}

const ORDER_ONLY = {
  'hx-target': '#order',
  'hx-select': '#order',
  'hx-swap': 'outerHTML',
  'hx-select-oob': '#order-bar,.steps:outerHTML:.steps',
};

/** Every zone there is, and the one in use where this machine does not list it. */
function zonesWith(current: string): string[] {
  return [...new Set([current, ...allZones])].sort();
}
