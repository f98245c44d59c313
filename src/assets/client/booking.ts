import { startCalendar } from './calendar.ts';
import { nameChosenFiles } from './file-field.ts';
import { countDownHolds } from './hold.ts';
import { keepFormsThatDidNotArrive } from './lost-form.ts';
import { sendOnce } from './press-once.ts';

/** The script of the booking's pages; each part does nothing where its element is missing. */
startCalendar();
countDownHolds();
nameChosenFiles();
keepFormsThatDidNotArrive();
sendOnce();

// A page that replaces itself says what its tab is called now.
document.addEventListener('htmx:after:swap', () => {
  const title = document.querySelector<HTMLElement>('#thanks')?.dataset.title;
  if (title) document.title = title;
});
