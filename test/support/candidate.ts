import type { FarSide } from './far-side.ts';
import type { World } from './world.ts';

/** As much of the world as a candidate touches. */
export type Surroundings = Pick<FarSide, 'stripe' | 'calcom'> &
  Pick<World, 'site'> & { clock: Pick<World['clock'], 'now'> };

/** A visitor without a browser: keeps cookies, follows nothing, sends forms as a page of ours would. */
export class Candidate {
  readonly #world: Surroundings;
  readonly #jar = new Map<string, string>();
  readonly name: string;
  readonly email: string;

  constructor(world: Surroundings, name = 'Theo Marsh') {
    this.#world = world;
    this.name = name;
    this.email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method === 'POST' && !headers.has('Origin')) headers.set('Origin', this.#world.site);
    const response = await fetch(new URL(path, this.#world.site), { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** The cookies of this visitor, for a browser that goes on with them. */
  get cookies(): { name: string; value: string; url: string }[] {
    return [...this.#jar].map(([name, value]) => ({ name, value, url: this.#world.site }));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.request(path, { headers });
  }

  post(
    path: string,
    fields: Record<string, string | string[] | Blob>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) form.append(name, one);
    }
    return this.request(path, { method: 'POST', body: form, headers });
  }

  /** Picks a free slot in the calendar, as the widget would, and returns its uid. */
  async pick(slug: string, start?: string, options: { force?: boolean } = {}): Promise<string> {
    const chosen = start ?? (await freeSlot(this.#world, slug));
    const response = await this.#world.calcom.post('bookings', {
      username: slug,
      slug: 'interview',
      start: chosen,
      attendee: { name: this.name, email: this.email, timeZone: 'America/New_York' },
      ...options,
    });
    const body = (await response.json()) as { uid?: string };
    const { uid } = body;
    if (!uid) throw new Error(`The calendar refused ${chosen}: ${JSON.stringify(body)}`);
    return uid;
  }

  claim(slug: string, uid: string): Promise<Response> {
    return this.request('/bookings', {
      method: 'POST',
      body: new URLSearchParams({ interviewer: slug, uid }),
    });
  }

  /** From the calendar to the details step; returns the booking's id. */
  async hold(slug: string, start?: string): Promise<string> {
    const response = await this.claim(slug, await this.pick(slug, start));
    const id = /\/bookings\/([^/]+)\/details/.exec(response.headers.get('location') ?? '')?.[1];
    if (!id) throw new Error(`The claim was refused: ${response.status} ${await response.text()}`);
    return id;
  }

  /** Fills in the details as a candidate in a hurry would. */
  giveDetails(id: string, more: Record<string, string | string[] | Blob> = {}): Promise<Response> {
    return this.post(`/bookings/${id}/details`, {
      name: this.name,
      email: this.email,
      background: 'Four years of React at a logistics company.',
      subject: 'Coding',
      focus: 'Rendering decisions, said out loud.',
      ...more,
    });
  }

  /** Goes to Stripe; returns the Checkout session's id. */
  async checkout(id: string): Promise<string> {
    const response = await this.post(`/bookings/${id}/payment`, {});
    const session = /cs_test_\w+/.exec(response.headers.get('location') ?? '')?.[0];
    if (!session) throw new Error(`No checkout: ${response.status} ${await response.text()}`);
    return session;
  }

  /** Pays at Stripe with the card that works. */
  async pay(session: string, card = '4242424242424242'): Promise<void> {
    await this.#world.stripe.post('pay', { session, card });
  }
}

/** The first start, at least a day ahead, that the interviewer's calendar offers. */
export async function freeSlot(world: Surroundings, slug: string, skip = 0): Promise<string> {
  const { users, eventTypes } = await world.calcom.state();
  const owner = users.find(({ username }) => username === slug);
  const eventType = eventTypes.find(({ ownerId }) => ownerId === owner?.id);
  if (!eventType) throw new Error(`${slug} has no calendar`);
  const start = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const end = new Date(world.clock.now().getTime() + 45 * 86_400_000).toISOString();
  const query = new URLSearchParams({ eventTypeId: String(eventType.id), start, end, timeZone: 'UTC' });
  const response = await fetch(`${world.calcom.url}/v2/slots?${query}`, {
    headers: { 'cal-api-version': '2024-09-04' },
  });
  const { data } = (await response.json()) as { data: Record<string, { start: string }[]> };
  const slot = Object.values(data).flat()[skip];
  if (!slot) throw new Error(`${slug} has no free slot`);
  return slot.start;
}
