import { drawMonth, drawTimes, walkWithArrows } from './calendar.js';
import { createLook } from './look.js';
import { fire, greetParent } from './parent.js';
import { book, loadSlots, prefill } from './requests.js';
import { addMonths, browserZone, clockIn, timeZones } from './time.js';

const $ = (id) => document.getElementById(id);
const main = $('booker');
const { eventType, moving, failure } = JSON.parse($('booker-data').textContent);
const look = createLook(main);
const given = { ...prefill(location.search), ...(moving && { name: moving.name, email: moving.email }) };
const state = {
  slots: [],
  zone: browserZone,
  month: undefined,
  day: undefined,
  slot: undefined,
  busy: false,
};

const drawn = eventType ? open() : undefined;
await greetParent(main, { ui: look.ui, connect: moving ? () => {} : fill }, { drawn, failure });
if (eventType) announce();

function open() {
  $('zone').replaceChildren(...timeZones().map((zone) => new Option(zone.replaceAll('_', ' '), zone)));
  $('zone').value = state.zone;
  fill(given);
  if (moving) for (const id of ['name', 'email']) $(id).readOnly = true;
  $('zone').addEventListener('change', changeZone);
  $('previous').addEventListener('click', () => turnTo(addMonths(state.month, -1)));
  $('next').addEventListener('click', () => turnTo(addMonths(state.month, 1)));
  $('back').addEventListener('click', () => show('pick'));
  $('details').addEventListener('submit', submit);
  walkWithArrows($('month'));
  return refresh();
}

function announce() {
  fire('bookerReady', { eventId: eventType.id, eventSlug: eventType.slug });
  fire('bookerViewed', { eventId: eventType.id, eventSlug: eventType.slug, slotsLoaded: true });
}

/** Reads the free times anew and keeps the picked day where it still has some. */
async function refresh() {
  try {
    state.slots = await loadSlots(eventType.id, moving?.uid);
  } catch {
    alertIn('pick', 'The times could not be loaded. Please try again in a moment.');
  }
  settle();
  draw();
}

/** Picks month and day where none is picked: the asked ones first, else the first with a free time. */
function settle() {
  const byDay = slotsByDay();
  const first = [...byDay.keys()].sort()[0];
  state.month ??= given.month ?? given.date?.slice(0, 7) ?? first?.slice(0, 7) ?? today().slice(0, 7);
  if (state.day && byDay.has(state.day)) return;
  const asked = byDay.has(given.date) ? given.date : undefined;
  state.day = asked ?? [...byDay.keys()].sort().find((day) => day.startsWith(state.month));
  state.slot = undefined;
}

function draw() {
  const clock = clockIn(state.zone);
  const byDay = slotsByDay();
  drawMonth({ month: state.month, selected: state.day, today: today(), slotsByDay: byDay, onPick: pickDay });
  const last = [...byDay.keys()].sort().at(-1) ?? state.month;
  $('previous').disabled = state.month <= today().slice(0, 7);
  $('next').disabled = state.month >= last.slice(0, 7);
  $('empty').hidden = [...byDay.keys()].some((day) => day.startsWith(state.month));
  if (moving) $('former').textContent = whenOf(moving.start);
  const slots = byDay.get(state.day) ?? [];
  const onConfirm = complete() ? confirm : undefined;
  drawTimes({ day: state.day, slots, chosen: state.slot, clock, onPick: pickSlot, onConfirm });
}

function changeZone() {
  state.zone = $('zone').value;
  state.day = undefined;
  state.month = undefined;
  settle();
  draw();
}

async function turnTo(month) {
  state.month = month;
  state.day = undefined;
  await refresh();
}

function pickDay(day) {
  state.day = day;
  state.slot = undefined;
  draw();
  document.querySelector(`[data-day="${day}"]`)?.focus();
}

/** With every field prefilled the time itself offers "Confirm"; otherwise the form asks for what is missing. */
function pickSlot(slot) {
  state.slot = slot;
  alertIn('pick', '');
  draw();
  if (complete()) return document.querySelector('.time[aria-pressed="true"]')?.focus();
  $('chosen').textContent = whenOf(slot);
  show('details');
  ($('name').value ? $('email') : $('name')).focus();
}

function submit(event) {
  event.preventDefault();
  confirm(state.slot);
}

async function confirm(slot) {
  if (state.busy) return;
  state.busy = true;
  main.setAttribute('aria-busy', 'true');
  const outcome = await book({
    eventTypeId: eventType.id,
    start: slot,
    name: $('name').value.trim(),
    email: $('email').value.trim(),
    notes: $('notes').value.trim(),
    guests: given.guests,
    metadata: given.metadata,
    timeZone: state.zone,
    movingUid: moving?.uid,
    rescheduledBy: given.rescheduledBy,
  });
  state.busy = false;
  main.removeAttribute('aria-busy');
  if (outcome.booking) return celebrate(outcome.booking);
  if (!outcome.taken) return alertIn($('details').hidden ? 'pick' : 'details', outcome.error);
  state.slot = undefined;
  show('pick');
  await refresh();
  alertIn('pick', 'This time was just taken. Please pick another one.');
}

function celebrate(booking) {
  fire(moving ? 'rescheduleBookingSuccessfulV2' : 'bookingSuccessfulV2', booking);
  const pending = booking.status === 'PENDING';
  $('done-title').textContent = pending ? 'Requested' : 'Scheduled';
  $('done-text').textContent = pending
    ? `${eventType.host} still has to confirm this time.`
    : `${eventType.host} and you are booked.`;
  $('done-what').textContent = booking.title;
  $('done-when').textContent = whenOf(booking.startTime);
  show('done');
  $('done').focus();
}

function show(part) {
  for (const id of ['pick', 'details', 'done']) $(id).hidden = id !== part;
  main.dataset.part = part;
}

function alertIn(part, text) {
  $(`${part}-alert`).textContent = text;
}

function fill({ name, email, notes }) {
  if (name) $('name').value = name;
  if (email) $('email').value = email;
  if (notes) $('notes').value = notes;
}

function complete() {
  return $('name').value.trim() !== '' && $('email').value !== '' && $('email').validity.valid;
}

function slotsByDay() {
  const { dayOf } = clockIn(state.zone);
  return Map.groupBy(state.slots, dayOf);
}

function today() {
  return clockIn(state.zone).dayOf(eventType.now);
}

function whenOf(slot) {
  const clock = clockIn(state.zone);
  const end = new Date(Date.parse(slot) + eventType.lengthInMinutes * 60_000);
  return `${clock.longDateOf(slot)}, ${clock.timeOf(slot)} to ${clock.timeOf(end)} (${state.zone.replaceAll('_', ' ')})`;
}
