import type { ConfirmationPolicy, EventType, OpeningHours, User, Webhook } from './model.ts';
import { stableId, type World } from './world.ts';

const WORKING_HOURS: OpeningHours[] = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
const MINIMUM_NOTICE_MINUTES = 120;

/** What a new event type may say; the rest is cal.com's default. */
export type EventTypeWish = {
  slug: string;
  title: string;
  lengthInMinutes: number;
  lengthInMinutesOptions?: number[] | undefined;
  description?: string | undefined;
  slotInterval?: number | undefined;
  minimumBookingNotice?: number | undefined;
  disableGuests?: boolean | undefined;
  hidden?: boolean | undefined;
  confirmationPolicy?: ConfirmationPolicy | undefined;
};

export type WebhookWish = {
  subscriberUrl: string;
  triggers: string[];
  active?: boolean | undefined;
  secret?: string | null | undefined;
};

export function userNamed(world: World, username: string): User | undefined {
  return world.users.find((user) => user.username === username);
}

export function userById(world: World, id: number): User | undefined {
  return world.users.find((user) => user.id === id);
}

export function eventTypeById(world: World, id: number): EventType | undefined {
  return world.eventTypes.find((eventType) => eventType.id === id);
}

export function eventTypeOf(world: World, username: string, slug: string): EventType | undefined {
  const owner = userNamed(world, username);
  return world.eventTypes.find(({ ownerId, slug: own }) => ownerId === owner?.id && own === slug);
}

/** Creates the user or changes them; the id depends on the user name alone. */
export function upsertUser(
  world: World,
  wish: Omit<User, 'id' | 'schedule'> & { schedule?: OpeningHours[] | undefined },
): User {
  const known = userNamed(world, wish.username);
  const schedule = wish.schedule ?? known?.schedule ?? WORKING_HOURS;
  const id = known?.id ?? stableId(wish.username, (id) => userById(world, id) !== undefined);
  const user: User = { ...wish, id, schedule };
  world.users = [...world.users.filter((other) => other.id !== id), user];
  world.changed();
  return user;
}

/** Creates the event type or changes what the wish names; the id depends on user name and slug alone. */
export function upsertEventType(world: World, owner: User, wish: EventTypeWish): EventType {
  const known = eventTypeOf(world, owner.username, wish.slug);
  if (known) return changeEventType(world, known, wish);
  const taken = (id: number) => eventTypeById(world, id) !== undefined;
  const eventType: EventType = {
    id: stableId(`${owner.username}/${wish.slug}`, taken),
    ownerId: owner.id,
    slug: wish.slug,
    title: wish.title,
    description: wish.description ?? '',
    lengthInMinutes: wish.lengthInMinutes,
    ...(wish.lengthInMinutesOptions && { lengthInMinutesOptions: wish.lengthInMinutesOptions }),
    slotInterval: wish.slotInterval ?? null,
    minimumBookingNotice: wish.minimumBookingNotice ?? MINIMUM_NOTICE_MINUTES,
    disableGuests: wish.disableGuests ?? false,
    hidden: wish.hidden ?? false,
    confirmationPolicy: wish.confirmationPolicy ?? { disabled: true },
    webhooks: [],
  };
  world.eventTypes.push(eventType);
  world.changed();
  return eventType;
}

export function changeEventType(
  world: World,
  eventType: EventType,
  wish: { [Key in keyof EventTypeWish]?: EventTypeWish[Key] | undefined },
): EventType {
  const named = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  Object.assign(eventType, named);
  world.changed();
  return eventType;
}

/** The event type is gone, its webhooks with it; bookings made of it stay. */
export function removeEventType(world: World, eventType: EventType): void {
  world.eventTypes = world.eventTypes.filter((one) => one !== eventType);
  world.changed();
}

export function addWebhook(world: World, eventType: EventType, wish: WebhookWish): Webhook {
  const webhook: Webhook = {
    id: world.nextId(),
    subscriberUrl: wish.subscriberUrl,
    triggers: wish.triggers,
    active: wish.active ?? true,
    secret: wish.secret ?? null,
  };
  eventType.webhooks.push(webhook);
  world.changed();
  return webhook;
}

/** Makes the event type's webhooks exactly these; a known address keeps its id. */
export function setWebhooks(world: World, eventType: EventType, wishes: readonly WebhookWish[]): void {
  const before = eventType.webhooks;
  eventType.webhooks = [];
  for (const wish of wishes) {
    const added = addWebhook(world, eventType, wish);
    added.id = before.find(({ subscriberUrl }) => subscriberUrl === wish.subscriberUrl)?.id ?? added.id;
  }
}
