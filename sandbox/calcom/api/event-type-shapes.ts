import { userById } from '../accounts.ts';
import type { EventType } from '../model.ts';
import type { World } from '../world.ts';

/** An event type as `EventTypeOutput_2024_06_14` describes it. */
export function eventTypeShape(world: World, eventType: EventType) {
  const { webhooks: _, ...own } = eventType;
  return {
    ...own,
    locations: [{ type: 'integration', integration: 'cal-video' }],
    bookingFields: [],
    beforeEventBuffer: 0,
    afterEventBuffer: 0,
    recurrence: null,
    metadata: {},
    price: 0,
    currency: 'usd',
    lockTimeZoneToggleOnBookingPage: false,
    seatsPerTimeSlot: null,
    forwardParamsSuccessRedirect: null,
    successRedirectUrl: null,
    isInstantEvent: false,
    scheduleId: null,
    bookingRequiresAuthentication: false,
    bookingWindow: [{ type: 'calendarDays', value: 60, rolling: true }],
    disableCancelling: { disabled: false },
    disableRescheduling: { disabled: false },
    users: [],
    bookingUrl: `${world.url}/${userById(world, eventType.ownerId)?.username}/${eventType.slug}`,
  };
}

/** The shape an unversioned request gets: `length` instead of `lengthInMinutes`, and no policy. */
export function oldEventTypeShape({ id, title, slug, lengthInMinutes, ownerId }: EventType) {
  return { id, title, slug, length: lengthInMinutes, userId: ownerId };
}
