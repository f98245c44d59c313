import { POLICY } from '../booking/policy.ts';
import { Clause, ClausesPage, type ClausesProps, MailTo } from './clauses-view.tsx';

/** The guarantee's exact terms, and when nothing is charged in the first place. */
export function RefundsPage({ shell, contact, image }: ClausesProps) {
  return (
    <ClausesPage
      shell={shell}
      image={image}
      title="Refunds"
      heading="Take it all back."
      description={`100% of the price back if the interview and the feedback were not worth it. Ask within ${POLICY.guaranteeDays} days of the session. You decide.`}
      lede="If the interview and the feedback were not worth it, you get your money. You decide. We do not argue."
    >
      <Clause title="How much" reading="100%" unit="of what you paid">
        <p>All of it. Money, not credit.</p>
      </Clause>
      <Clause title="Until when" reading={`${POLICY.guaranteeDays} days`} unit="from the end of the session">
        <p>
          Ask within {POLICY.guaranteeDays} days of the session. The days count from the end of the feedback.
        </p>
      </Clause>
      <Clause title="How" reading="1 mail" unit="is enough">
        <p>
          Answer your confirmation mail, or write to <MailTo address={contact} />. Say that it was not worth
          it. We may ask why. You do not have to answer.
        </p>
      </Clause>
      <Clause title="Who decides" reading="You">
        <p>Whether the interview and the feedback were worth it is not our call.</p>
      </Clause>
      <Clause title="How it comes back">
        <p>
          A person refunds the payment in Stripe, to the card you paid with. How soon it shows on your
          statement is up to your bank.
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
