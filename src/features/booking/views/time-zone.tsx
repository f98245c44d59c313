import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { urls } from '../../../urls.ts';
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

const ORDER_ONLY = {
  'hx-target': '#order',
  'hx-select': '#order',
  'hx-swap': 'outerHTML',
  'hx-select-oob': '#order-bar,.steps:outerHTML:.steps',
};

/** Every zone this machine knows, and the one in use where it goes by an older name. */
function zonesWith(current: string): string[] {
  return [...new Set([current, 'UTC', ...ALL])].sort();
}

/** Cities that changed their name, and that people look for under the new one. */
const RENAMED: Record<string, string> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

const ALL = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone);
