import { formatInstant, zoneLabel } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Mail } from '../../booking/emails/mail.ts';
import { button, rows, say, sheet } from '../../booking/emails/sheet.tsx';
import type { Trouble } from '../domain.ts';
import { troubleWords } from '../words.ts';

export type CalendarNews = 'broken' | 'works';
export type CalendarReader = 'interviewer' | 'operator';

/** What mails about a connection are written from. */
export interface CalendarMailInput {
  to: CalendarReader;
  name: string;
  timeZone: string;
  /** "adaeze/interview" of cal.com/adaeze/interview. */
  account: string;
  /** Whether the co-op's key speaks for it. */
  byTeam: boolean;
  publicUrl: URL;
  contact: string;
}

const WHY: Record<CalendarReader, string> = {
  interviewer: 'You get this because your cal.com calendar is connected to your profile. Questions go to',
  operator: 'You get this because you are the operator: the address is OPERATOR_EMAIL,',
};

const CONSEQUENCE: Record<Trouble, string> = {
  'key-refused': 'Nobody new can book until it answers again. Interviews that are booked stand.',
  'event-type-gone': 'Nobody new can book until another is picked. Interviews that are booked stand.',
  'needs-repair': 'People can still book. Until it is put right, a booking may go wrong.',
};

const TO_DO: Record<Trouble, string> = {
  'key-refused': 'Make a new key in cal.com’s settings and paste it on your calendar page.',
  'event-type-gone': 'Pick another event type on your calendar page, or have us make one.',
  'needs-repair': 'Your calendar page says what it is. “Repair” puts it right in one press.',
};

const TEAM_TO_DO =
  'The operator has to renew the co-op’s key. Or give a key of your own on your calendar page.';

/** It broke, or got worse: what that means, and what to do. */
export function calendarBroken(
  input: CalendarMailInput,
  { trouble, since }: { trouble: Trouble; since: Date },
): Mail {
  const { to, name, byTeam, contact } = input;
  const isTheirs = to === 'interviewer';
  const isMild = trouble === 'needs-repair';
  const teamKey = trouble === 'key-refused' && byTeam;
  const toDo = teamKey ? TEAM_TO_DO : TO_DO[trouble];
  const operatorToDo = teamKey
    ? 'Renew CALCOM_API_KEY and deploy.'
    : `${name} was told, and has the keys to it. Nothing for you to press.`;
  return sheet({
    subject: isTheirs
      ? isMild
        ? 'Your cal.com calendar needs a repair'
        : 'Your cal.com calendar is disconnected'
      : `${name}’s cal.com calendar ${isMild ? 'needs a repair' : 'is disconnected'}`,
    preview: `${troubleWords(trouble, byTeam)} ${CONSEQUENCE[trouble]}`,
    heading: [
      isTheirs ? 'Your calendar' : `${name}’s calendar`,
      isMild ? 'needs a repair.' : 'is disconnected.',
    ],
    blocks: [
      say(`${troubleWords(trouble, byTeam)} ${CONSEQUENCE[trouble]}`),
      say(isTheirs ? toDo : operatorToDo, 'What to do:'),
      isTheirs
        ? button('Open your calendar page', new URL(urls.adminCalendar(), input.publicUrl).href)
        : button('Open the operator’s page', new URL(urls.operator(), input.publicUrl).href),
      rows(['Account', `cal.com/${input.account}`], ['Since', whenOf(input, since)]),
    ],
    why: WHY[to],
    contact,
  });
}

/** All is well again. */
export function calendarWorks(input: CalendarMailInput, { at }: { at: Date }): Mail {
  const { to, name, contact } = input;
  const isTheirs = to === 'interviewer';
  const whose = isTheirs ? 'Your calendar' : `${name}’s calendar`;
  return sheet({
    subject: isTheirs ? 'Your cal.com calendar works again' : `${name}’s cal.com calendar works again`,
    preview: 'Every check is green. People can book.',
    heading: [whose, 'works again.'],
    blocks: [
      say('Every check is green: the key, the event type, the webhook. Times are offered as before.'),
      rows(['Account', `cal.com/${input.account}`], ['Since', whenOf(input, at)]),
      isTheirs && button('Open your calendar page', new URL(urls.adminCalendar(), input.publicUrl).href),
    ],
    why: WHY[to],
    contact,
  });
}

/** An interviewer's own clock; the desk's is UTC. */
const whenOf = ({ to, timeZone }: CalendarMailInput, at: Date): string =>
  to === 'operator'
    ? `${formatInstant(at, 'UTC')} UTC`
    : `${formatInstant(at, timeZone)} in ${zoneLabel(timeZone, at)}`;
