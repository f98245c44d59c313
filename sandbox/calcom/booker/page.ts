import { html, raw } from 'hono/html';
import type { Booking, EventType, User } from '../model.ts';

type Html = ReturnType<typeof html>;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export type Booker = {
  eventType: EventType;
  host: User;
  now: string;
  embedded: boolean;
  /** The booking that is to get another time. */
  moving?: Booking | undefined;
};

/** The page a visitor books on, alone or inside the frame of the embed. */
export function bookerPage({ eventType, host, now, embedded, moving }: Booker): Html {
  const { id, slug, lengthInMinutes } = eventType;
  return frame({
    title: `${eventType.title} | ${host.name}`,
    embedded,
    data: {
      eventType: { id, slug, lengthInMinutes, host: host.name, now },
      moving: moving && {
        uid: moving.uid,
        start: moving.start,
        name: moving.attendee.name,
        email: moving.attendee.email,
      },
    },
    body: html`
      ${moving ? html`<p class="former">Former time: <s id="former">${moving.start}</s></p>` : ''}
      <header class="about">
        <p>${host.name}</p>
        <h1>${eventType.title}</h1>
        <p>${lengthInMinutes} minutes</p>
        ${eventType.description ? html`<p>${eventType.description}</p>` : ''}
      </header>
      ${pick} ${details} ${done}
      <noscript><p class="failure">This calendar needs JavaScript.</p></noscript>`,
  });
}

/** What an unknown name or event shows; inside a frame it also reports `linkFailed`. */
export function bookerNotFound(embedded: boolean): Html {
  return frame({
    title: 'Not found',
    embedded,
    data: { failure: '404' },
    body: html`<div class="failure"><h1>This calendar does not exist</h1><p>Check the address, or ask its owner.</p></div>`,
  });
}

/** What the link to move a booking leads to once that booking has ended. */
export function bookerUnmovable({ status }: Booking, embedded: boolean): Html {
  return frame({
    title: 'Not possible',
    embedded,
    data: { failure: '410' },
    body: html`<div class="failure"><h1>This booking was ${status === 'rejected' ? 'declined' : 'cancelled'}</h1><p>It can no longer be moved.</p></div>`,
  });
}

const pick = html`
  <section class="pick" id="pick" aria-label="Pick a time">
    <p class="alert" id="pick-alert" role="alert"></p>
    <div class="month">
      <div class="bar">
        <h2 id="month-name" aria-live="polite"></h2>
        <button class="turn" id="previous" type="button" aria-label="Previous month">‹</button>
        <button class="turn" id="next" type="button" aria-label="Next month">›</button>
      </div>
      <table id="month" aria-labelledby="month-name">
        <thead>
          <tr>${WEEKDAYS.map((day) => html`<th scope="col" abbr="${day}">${day.slice(0, 3)}</th>`)}</tr>
        </thead>
        <tbody id="days"></tbody>
      </table>
      <p class="month__empty" id="empty" hidden>No free times this month.</p>
      <div class="zone">
        <label for="zone">Time zone</label>
        <select id="zone"></select>
      </div>
    </div>
    <div class="times">
      <h2 id="day-name" aria-live="polite"></h2>
      <ul id="times" aria-labelledby="day-name"></ul>
    </div>
  </section>`;

const details = html`
  <form class="details" id="details" hidden>
    <h2>Your details</h2>
    <p id="chosen"></p>
    <p class="alert" id="details-alert" role="alert"></p>
    <div><label for="name">Your name</label><input id="name" name="name" autocomplete="name" required></div>
    <div>
      <label for="email">Email address</label>
      <input id="email" name="email" type="email" autocomplete="email" required>
    </div>
    <div>
      <label for="notes">Additional notes <span>(optional)</span></label>
      <textarea id="notes" name="notes" rows="3"></textarea>
    </div>
    <p class="actions">
      <button id="back" type="button">Back</button>
      <button class="primary" type="submit">Confirm</button>
    </p>
  </form>`;

const done = html`
  <section class="done" id="done" tabindex="-1" aria-labelledby="done-title" hidden>
    <h1 id="done-title"></h1>
    <p id="done-text"></p>
    <dl>
      <dt>What</dt>
      <dd id="done-what"></dd>
      <dt>When</dt>
      <dd id="done-when"></dd>
    </dl>
  </section>`;

type Frame = { title: string; embedded: boolean; data: unknown; body: Html };

/** In a frame the page stays hidden until the parent has heard that it is ready. */
function frame({ title, embedded, data, body }: Frame): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · Sandbox calendar</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/_booker/booker.css">
    <link rel="stylesheet" href="/_booker/steps.css">
  </head>
  <body${embedded ? raw(' style="visibility:hidden"') : raw(' class="public"')}>
    <main class="booker" id="booker">${body}</main>
    <script type="application/json" id="booker-data">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
    <script type="module" src="/_booker/booker.js"></script>
  </body>
</html>`;
}
