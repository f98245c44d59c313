import { formatCents } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import type { BookingState } from './domain.ts';
import type { HistoryRow } from './record-domain.ts';

/** What a booking's state is called on the panels. */
export const STATE_WORDS: Record<BookingState, string> = {
  held: 'Slot held',
  checkout: 'At checkout',
  authorised: 'Confirming',
  confirmed: 'Confirmed',
  completed: 'Done',
  expired: 'Ran out',
  released: 'Let go',
  cancelled: 'Canceled',
};

/** A row of history as a person reads it. */
export interface HistoryLine {
  id: string;
  at: Date;
  who: string;
  what: string;
  /** Names of the states where it changed. */
  change: { from: string | null; to: string } | null;
  /** As it was written down; null where that is not for the reader. */
  raw: string | null;
}

/** What the sentences are told with. */
export interface Telling {
  /** The zone of who reads it. */
  zone: string;
  currency: string;
  /** What to call them. */
  candidate: string;
  interviewer: string;
  /** An operator reads it: the rows themselves, and which of them did what. */
  isOperator: boolean;
}

export function historyLine(row: HistoryRow, telling: Telling): HistoryLine {
  const { fromState, toState } = row;
  return {
    id: row.id,
    at: row.at,
    who: actorWords(row.actor, telling),
    what: reasonWords(row.reason, telling),
    change:
      fromState === toState ? null : { from: fromState && stateWords(fromState), to: stateWords(toState) },
    raw: telling.isOperator
      ? `${row.at.toISOString()} ${row.actor}: ${fromState ?? 'none'} → ${toState}, ${row.reason}`
      : null,
  };
}

const stateWords = (state: string): string => STATE_WORDS[state as BookingState] ?? state;

export function actorWords(actor: string, { candidate, interviewer }: Telling): string {
  const named: Record<string, string> = {
    candidate,
    interviewer,
    operator: 'The co-op',
    system: 'This site',
    stripe: 'Stripe',
  };
  return named[actor] ?? actor;
}

type Words = string | ((match: RegExpExecArray, telling: Telling) => string);

const CAUSES: Record<string, string> = {
  'not-confirmed': 'it could not be confirmed',
  'candidate-cancelled': 'the candidate canceled in time',
  'interviewer-cancelled': 'the interviewer canceled',
  'interviewer-absent': 'the interviewer did not come',
  guarantee: 'the guarantee',
  operator: 'the co-op decided so',
  stripe: 'made in Stripe’s dashboard',
};

/** Why money goes back, in words. */
export const causeWords = (cause: string): string => CAUSES[cause] ?? cause;

const REFUND_STATES: Record<string, string> = {
  owed: 'Being sent',
  pending: 'On its way',
  succeeded: 'Given back',
  failed: 'Did not go through',
};

/** How far a refund has come. */
export const refundStateWords = (state: string): string => REFUND_STATES[state] ?? state;

const PROPOSAL_ANSWERS: Record<string, string> = {
  open: 'Waits for an answer',
  accepted: 'Yes. Asking the calendar',
  moved: 'Moved there',
  failed: 'The time was gone',
  declined: 'Declined',
  withdrawn: 'Taken back',
};

/** What became of a time that was proposed. */
export const proposalWords = (answer: string | null): string =>
  PROPOSAL_ANSWERS[answer ?? 'open'] ?? String(answer);

const CLAIM_KINDS: Record<string, string> = {
  'not-worth-it': 'It was not worth it',
  'nobody-came': 'Nobody came',
};

/** Why a candidate asks for the money, in words. */
export const claimKindWords = (kind: string): string => CLAIM_KINDS[kind] ?? kind;

const CLAIM_OUTCOMES: Record<string, string> = {
  granted: 'was paid back at once',
  queued: 'waits for the co-op',
};

const REFUND_PROBLEMS: Record<string, string> = {
  disputed: 'the candidate’s bank is taking the money back already',
  'nothing-left': 'nothing was left to give back',
};

/** Why a refund was not made, in words where we have some. */
export const refundProblemWords = (problem: string): string => REFUND_PROBLEMS[problem] ?? problem;

const when = (iso: string | undefined, { zone }: Telling): string => formatInstant(new Date(iso ?? ''), zone);
const money = (cents: string | undefined, { currency }: Telling): string =>
  formatCents({ cents: Number(cents), currency });

/** What is written into the history, and how it reads. The first that fits. */
const REASONS: readonly [RegExp, Words][] = [
  [/^slot claimed$/, 'Picked the time. It is held while the details are given.'],
  [/^details given$/, 'Gave the details.'],
  [/^details read$/, 'Confirmed having read everything.'],
  [/^details read, with a note$/, 'Confirmed having read everything, with a note.'],
  [/^details rewritten$/, 'Rewrote the details.'],
  [/^resume changed$/, 'Replaced or removed the resume.'],
  [/^time zone changed$/, 'Picked another time zone to read times in.'],
  [/^checkout asked for$/, 'Asked to pay. Stripe’s page was requested.'],
  [/^checkout could not be opened$/, 'Stripe’s page could not be opened.'],
  [/^went to checkout$/, 'Went to Stripe’s page.'],
  [/^payment authorized$/, 'The bank holds the money. Nothing is taken yet.'],
  [/^slot firm, money captured$/, 'The calendar said yes, and the money was taken.'],
  [/^hold-expired$/, 'Nobody paid in time. The hold ended.'],
  [/^slot-refused$/, 'The calendar said no. The money goes back.'],
  [/^slot-unanswered$/, 'The calendar did not answer in time. The money goes back.'],
  [/^too-late$/, 'The session would have begun before it was confirmed. The money goes back.'],
  [/^amount-differs$/, 'Stripe reported another amount than the price. The money goes back.'],
  [/^payment-lapsed$/, 'The bank let the payment go before it was confirmed.'],
  [/^review written$/, 'Said whether it was worth it.'],
  [/^review taken back$/, 'Took the words back from the site.'],
  [/^review approved$/, 'Showed what the candidate said on the profile.'],
  [/^review declined$/, 'Did not show what the candidate said.'],
  [/^report sent$/, 'Sent the written report.'],
  [/^the session is over$/, 'The ninety minutes are over.'],
  [/^slot released$/, 'The time is free on the calendar again.'],
  [/^the proposed time was gone$/, 'The proposed time was gone. The session stays where it was.'],
  [/^canceled by the co-op$/, 'Canceled the interview. All of the money goes back.'],
  [/^canceled by the interviewer$/, 'Canceled the interview. All of the money goes back.'],
  [/^canceled by the candidate$/, 'Canceled the interview.'],
  [/^canceled on the calendar by the (\w+)$/, ([, who]) => `Saw on cal.com that the ${who} canceled there.`],
  [/^the interviewer did not come$/, 'Said that they did not come themselves. All of the money goes back.'],
  [
    /^the candidate did not come$/,
    (_, { candidate }) => `Said that ${candidate} did not come. The price is kept.`,
  ],
  [/^proposed (\S+) instead$/, ([, at], telling) => `Proposed ${when(at, telling)} instead.`],
  [/^accepted (\S+)$/, ([, at], telling) => `Said yes to ${when(at, telling)}.`],
  [/^declined (\S+)$/, ([, at], telling) => `Kept the time and declined ${when(at, telling)}.`],
  [
    /^moved from (\S+) to (\S+)$/,
    ([, from, to], telling) => `Moved the session from ${when(from, telling)} to ${when(to, telling)}.`,
  ],
  [
    /^claimed: ([\w-]+), (\w+)$/,
    ([, kind, state]) =>
      `Asked for the money back: ${claimKindWords(kind ?? '').toLowerCase()}. It ${CLAIM_OUTCOMES[state ?? ''] ?? state}.`,
  ],
  [/^claim granted$/, 'Granted the claim. All of the money goes back.'],
  [/^claim declined$/, 'Declined the claim.'],
  [
    /^refund owed: ([\w-]+)$/,
    ([, cause]) => `Decided that all of the money goes back: ${causeWords(cause ?? '')}.`,
  ],
  [
    /^refund of the rest ordered by (.+)$/,
    ([, who], { isOperator }) => `Ordered a refund of all that was left${isOperator ? ` (${who})` : ''}.`,
  ],
  [
    /^refund of (\d+) cents asked for \(([\w-]+)\)$/,
    ([, cents, cause], telling) =>
      `Asked Stripe to give back ${money(cents, telling)}: ${causeWords(cause ?? '')}.`,
  ],
  [
    /^refund not made: (.+)$/s,
    ([, problem]) => `A refund did not go through: ${refundProblemWords(problem ?? '')}.`,
  ],
  [
    /^Stripe: (\d+) cents taken, (\d+) given back$/,
    ([, taken, back], telling) =>
      `Reports ${money(taken, telling)} taken${back === '0' ? '' : `, ${money(back, telling)} given back`}.`,
  ],
  [
    /^dispute (\w+) \((.+)\)$/,
    ([, status, reason]) =>
      `Reports a dispute at the candidate’s bank: ${spaced(status)}, for the reason “${spaced(reason)}”.`,
  ],
];

/** Stripe's own names, read out. */
export const spaced = (words = ''): string => words.replaceAll('_', ' ');

/** What happened, as a sentence; what has none yet stands as it was written down, without addresses of others. */
export function reasonWords(reason: string, telling: Telling): string {
  for (const [pattern, words] of REASONS) {
    const match = pattern.exec(reason);
    if (match) return typeof words === 'string' ? words : words(match, telling);
  }
  return telling.isOperator ? reason : reason.replace(/\S+@\S+/g, '…');
}
