import { dayName, monthName, weeksOf } from './time.js';

/** Draws the month: one button a day, open days named "Monday, November 23, 4 times". */
export function drawMonth({ month, selected, today, slotsByDay, onPick }) {
  document.getElementById('month-name').textContent = monthName(month);
  const cell = (day) => {
    const td = document.createElement('td');
    if (day) td.append(dayButton({ day, selected, today, count: slotsByDay.get(day)?.length ?? 0, onPick }));
    return td;
  };
  const rows = weeksOf(month).map((week) => {
    const row = document.createElement('tr');
    row.append(...week.map(cell));
    return row;
  });
  document.getElementById('days').replaceChildren(...rows);
}

/** Draws the times of one day; two equal ones on a day when clocks go back carry their offset. */
export function drawTimes({ day, slots, chosen, clock, onPick, onConfirm }) {
  document.getElementById('day-name').textContent = day ? dayName(day) : 'Pick a day';
  const names = slots.map((slot) => clock.timeOf(slot));
  const items = slots.map((slot, index) => {
    const twice = names.indexOf(names[index]) !== names.lastIndexOf(names[index]);
    const item = document.createElement('li');
    const time = button(twice ? `${names[index]} ${clock.offsetOf(slot)}` : names[index], () => onPick(slot));
    time.className = 'time';
    time.setAttribute('aria-pressed', String(slot === chosen));
    item.append(time);
    if (slot === chosen && onConfirm) {
      const confirm = button('Confirm', () => onConfirm(slot));
      confirm.className = 'primary';
      item.append(confirm);
    }
    return item;
  });
  document.getElementById('times').replaceChildren(...items);
}

/** Arrow keys walk over the open days, as in any calendar. */
export function walkWithArrows(table) {
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  table.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const days = [...table.querySelectorAll('button')];
    const from = days.indexOf(document.activeElement);
    if (!step || from < 0) return;
    event.preventDefault();
    for (let to = from + step; days[to]; to += Math.sign(step)) {
      if (!days[to].disabled) return days[to].focus();
    }
  });
}

function dayButton({ day, selected, today, count, onPick }) {
  const open = button(String(Number(day.slice(8))), () => onPick(day));
  const times = count === 0 ? 'no times' : count === 1 ? '1 time' : `${count} times`;
  open.setAttribute('aria-label', `${dayName(day)}, ${times}`);
  open.setAttribute('aria-pressed', String(day === selected));
  if (day === today) open.setAttribute('aria-current', 'date');
  open.className = 'day';
  open.dataset.day = day;
  open.disabled = count === 0;
  return open;
}

function button(text, onClick) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
