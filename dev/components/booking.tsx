import type { Booking } from '../../src/features/booking/domain.ts';
import { Brief } from '../../src/features/booking/views/brief.tsx';
import {
  ClaimLost,
  ClaimProblem,
  type ClaimProblemKind,
} from '../../src/features/booking/views/claim-problem.tsx';
import { ErrorSummary } from '../../src/features/booking/views/error-summary.tsx';
import { Hold } from '../../src/features/booking/views/hold.tsx';
import { ResumeField } from '../../src/features/booking/views/resume-field.tsx';
import { SessionRuler } from '../../src/features/booking/views/session-ruler.tsx';
import { OfferSummary, OrderBar, OrderSummary } from '../../src/features/booking/views/summary.tsx';
import { BOOKING, INTERVIEWER, LONG, minutes, NOW } from './samples.ts';
import type { Specimen } from './specimen.tsx';

const held = (left: number): Booking => ({ ...BOOKING, holdExpiresAt: minutes(left) });
const named = { ...INTERVIEWER, name: LONG };
const at = { now: NOW, page: '#order' };

const PROBLEMS: ClaimProblemKind[] = ['forged', 'claimed', 'taken', 'too-many-holds'];

const details = {
  background: 'Four years of React at a logistics company.',
  ...{ subject: 'System design', technologies: ['Go', 'PostgreSQL'] },
  focus: 'I start drawing boxes before I have asked a single question. Catch me at it.',
  ...{ targetCompanies: '', notes: '' },
};

/** Between a time that was picked and one that is paid. */
export const booking: Specimen[] = [
  {
    name: 'Hold',
    states: () => ({
      'just begun': <Hold booking={held(30)} now={NOW} />,
      'soon over': <Hold booking={held(4)} now={NOW} />,
      ended: <Hold booking={held(0)} now={NOW} />,
    }),
  },
  {
    name: 'Order bar',
    states: () => ({
      common: <OrderBar booking={held(24)} interviewer={INTERVIEWER} now={NOW} />,
      'long name, high price': (
        <OrderBar
          booking={{ ...held(3), price: { cents: 5_000_00, currency: 'usd' } }}
          interviewer={named}
          now={NOW}
        />
      ),
    }),
  },
  {
    name: 'Order summary',
    states: () => ({
      'before a time': <OfferSummary interviewer={INTERVIEWER} price={BOOKING.price} terms={BOOKING.terms} />,
      held: <OrderSummary booking={held(24)} interviewer={INTERVIEWER} {...at} />,
      'long name, in UTC, free': (
        <OrderSummary
          booking={{
            ...held(3),
            price: { cents: 0, currency: 'usd' },
            candidate: { ...BOOKING.candidate, timeZone: 'UTC' },
          }}
          interviewer={named}
          {...at}
        />
      ),
    }),
  },
  { name: 'Session ruler', states: () => ({ 'of a booking': <SessionRuler booking={BOOKING} /> }) },
  {
    name: 'Claim problem',
    states: () => ({
      ...Object.fromEntries(PROBLEMS.map((kind) => [kind, <ClaimProblem key={kind} kind={kind} />])),
      'unreachable, to be tried again': <ClaimProblem kind="unreachable" retryUid="sample" />,
      lost: <ClaimLost />,
    }),
  },
  {
    name: 'Error summary',
    states: () => ({
      one: <ErrorSummary errors={{ email: 'This address has no ending.' }} />,
      several: <ErrorSummary errors={{ name: 'x', background: 'x', subject: 'x', resume: 'x' }} />,
    }),
  },
  {
    name: 'Resume',
    states: () => ({
      none: <ResumeField resume={null} />,
      stored: <ResumeField resume={{ filename: 'resume.pdf', size: 184_000 }} />,
      'stored, long name': (
        <ResumeField resume={{ filename: `${LONG.replaceAll(' ', '-')}.pdf`, size: 5_242_880 }} />
      ),
      refused: <ResumeField resume={null} error="This is not a PDF." />,
    }),
  },
  {
    name: 'Brief',
    states: () => ({
      'least one gives': <Brief details={details} resume={null} />,
      'everything, at length': (
        <Brief
          details={{ ...details, targetCompanies: LONG, notes: `${LONG} `.repeat(6) }}
          resume={{ filename: 'resume.pdf', size: 184_000 }}
        />
      ),
    }),
  },
];
