import { CANCELLATION } from '../../ui/cancellation-words.ts';
import { POLICY } from '../booking/policy.ts';
import { Clause, ClausesPage, type ClausesProps, MailTo } from './clauses-view.tsx';

/** The guarantee's exact terms, what canceling gives back, and when nothing is charged in the first place. */
export function RefundsPage({ shell, contact, image }: ClausesProps) {
  const { guaranteeDays, freeCancelHours } = shell.terms;
  const window = `${guaranteeDays} ${guaranteeDays === 1 ? 'day' : 'days'}`;
  return (
    <ClausesPage
      shell={shell}
      image={image}
      title="Refunds"
      heading="Take it all back."
      description={`100% of the price back if the interview and the feedback were not worth it. Ask within ${window} of the session. You decide.`}
      lede="If the interview and the feedback were not worth it, you get your money. You decide. We do not argue."
    >
      <Clause title="How much" reading="100%" unit="of what you paid">
        <p>All of it. Money, not credit.</p>
      </Clause>
      <Clause title="Until when" reading={window} unit="from the end of the session">
        <p>
          Ask within {window} of the session. The days count from the end of the feedback. Your booking keeps
          the days you were promised when you booked.
        </p>
      </Clause>
      <Clause title="How" reading="2 presses" unit="on your booking’s page">
        <p>
          Open your booking from your confirmation mail and ask for it. We ask why. You do not have to answer.
          Or write to <MailTo address={contact} />.
        </p>
      </Clause>
      <Clause title="Who decides" reading="You">
        <p>
          Whether the interview and the feedback were worth it is not our call. The refund is made as you ask,
          by the software. If you ask again for another interview within a year, a person reads it first.
        </p>
      </Clause>
      <Clause title="How it comes back">
        <p>
          To the card you paid with. How soon it shows on your statement is up to your bank. Your booking’s
          page says how far it is.
        </p>
      </Clause>
      <Clause
        title="When you cancel"
        {...(freeCancelHours === 0
          ? { reading: '100%', unit: 'back, until it starts' }
          : { reading: `${freeCancelHours} h`, unit: 'before, and earlier: 100% back' })}
      >
        <p>
          {CANCELLATION.lead(freeCancelHours)} {CANCELLATION.later} Your booking’s page says which it is
          before you press anything. If you do not come, the price is kept.
        </p>
      </Clause>
      <Clause title="When your interviewer cancels or does not come" reading="100%" unit="back">
        <p>
          All of it goes back. If nobody is there {POLICY.absenceMinutes} minutes after the start, say so on
          your booking’s page. You do not have to wait longer.
        </p>
      </Clause>
      <Clause title="When your time can’t be confirmed" reading="$0" unit="charged">
        <p>
          There is nothing to refund. Your bank had set the amount aside; we release it and send you a mail
          that says so.
        </p>
      </Clause>
      <Clause title="When you do not go through with it" reading="$0" unit="charged">
        <p>
          A time that is held and not paid for goes back after {POLICY.holdMinutes} minutes. That costs
          nothing.
        </p>
      </Clause>
    </ClausesPage>
  );
}
