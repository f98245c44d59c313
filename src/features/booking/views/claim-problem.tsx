import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { POLICY } from '../policy.ts';
import { FreshTimes } from './fresh-times.tsx';

/** Why a time that was picked in the calendar could not be held. */
export type ClaimProblemKind = 'forged' | 'claimed' | 'taken' | 'too-many-holds' | 'unreachable';

const WORDS: Record<ClaimProblemKind, { title: string; text: string }> = {
  forged: {
    title: 'We could not match that time to this calendar.',
    text: 'Nothing was held and nothing was charged. The times below are fresh: pick one again.',
  },
  claimed: {
    title: 'That time already belongs to a booking.',
    text: 'If it is yours, go on in the tab where you started it. If not, pick another time below. Nothing was charged.',
  },
  taken: {
    title: 'Somebody was a moment faster.',
    text: 'That time is gone, and nothing was charged. The times below are fresh: pick another one.',
  },
  'too-many-holds': {
    title: `You already hold ${POLICY.holdsPerVisitor} times.`,
    text: `Finish one of those bookings, or let it run out: an unpaid time goes back after ${POLICY.holdMinutes} minutes. Then pick this one again. Nothing was charged.`,
  },
  unreachable: {
    title: 'The calendar did not answer us.',
    text: 'You picked a time, and we could not check it yet. It is not held, and nothing was charged. Try again in a moment.',
  },
};

export interface ClaimProblemProps {
  kind: ClaimProblemKind;
  /** The uid that it is about, to claim it again where that can help. */
  retryUid?: string;
  /** For somebody whose time is gone: the next ones, in the visitor's zone. */
  next?: { name: string; starts: readonly Date[]; zone: string };
}

/**
 * What happened and what to do about it, shown beside the calendar. `data-fresh-times` has the script
 * load the calendar again; a retry claims the same time, so there the calendar stays as it is.
 */
export function ClaimProblem({ kind, retryUid, next }: ClaimProblemProps) {
  const retry = kind === 'unreachable' && retryUid !== undefined;
  return (
    <ProblemNotice {...WORDS[kind]} fresh={!retry}>
      {next && <FreshTimes {...next} />}
      {retry && (
        <Button form="claim" small>
          Try again
        </Button>
      )}
    </ProblemNotice>
  );
}

/** The site itself did not answer: kept in the page as a template, since it can't be fetched then. */
export function ClaimLost({ moving = false }: { moving?: boolean }) {
  return (
    <ProblemNotice
      title="We did not get through."
      text={
        moving
          ? 'You picked a time, and the news of it did not reach us. Check your connection and try again, or close this page: the calendar tells us too, and a mail comes.'
          : 'You picked a time, and it did not reach us. It is not held, and nothing was charged. Check your connection and try again.'
      }
      fresh={false}
    >
      <Button form="claim" small>
        Try again
      </Button>
    </ProblemNotice>
  );
}

function ProblemNotice({
  title,
  text,
  fresh,
  children,
}: {
  title: string;
  text: string;
  fresh: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div data-fresh-times={fresh ? '' : undefined}>
      <Notice tone="error" title={title}>
        <p>{text}</p>
        {children}
      </Notice>
    </div>
  );
}
