import { Button, ButtonLink } from '../../ui/button.tsx';
import { PicksField } from '../../ui/picks.tsx';
import { urls } from '../../urls.ts';
import { MAIL_CHOICES, type MailChoice } from '../booking/mail-choice-domain.ts';
import { AccountChange, type AccountPageProps, Setting } from './frame.tsx';

const CHOICES: Record<MailChoice, string> = {
  'reminder-day': 'A session is tomorrow',
  'reminder-hour': 'A session is in an hour',
  'details-changed': 'What you read was rewritten',
  'proposal-declined': 'The time you proposed was declined',
  'report-reminder': 'A report is a day late',
  'review-written': 'A candidate says whether it was worth it',
};

const ALWAYS: readonly [what: string, why: string][] = [
  ['Somebody booked you', 'It is how you know that you are expected.'],
  ['A session was moved or canceled', 'Without it you would sit in a call alone.'],
  ['The money was asked for back', 'It is your money, and you may want to answer.'],
  ['Your password, address or second factor changed', 'Somebody else may have done it.'],
];

/** How the mails stand, on the account's page. */
export function Mails({ muted }: { muted: readonly MailChoice[] }) {
  return (
    <Setting
      title="Mails"
      keys={
        <ButtonLink href={urls.accountMails()} small>
          Choose mails
        </ButtonLink>
      }
    >
      {muted.length === 0 ? (
        <p>All of them.</p>
      ) : (
        <p>
          What is needed, and {MAIL_CHOICES.length - muted.length} of {MAIL_CHOICES.length} that are not. Left
          out: {muted.map((choice) => CHOICES[choice].toLowerCase()).join('; ')}.
        </p>
      )}
    </Setting>
  );
}

/** Which mails a member wants beyond those that are needed. */
export function MailsPage({ muted, ...page }: AccountPageProps & { muted: readonly MailChoice[] }) {
  return (
    <AccountChange {...page} title="Your mails." about="What you get by mail, beyond what you have to know.">
      <form class="stack" method="post" action={urls.accountMails()}>
        <PicksField
          type="checkbox"
          name="wanted"
          label="Write to me when"
          hint="What is left out still stands in your panel. It holds from the next mail on."
          options={MAIL_CHOICES.map((value) => ({ value, label: CHOICES[value] }))}
          chosen={MAIL_CHOICES.filter((choice) => !muted.includes(choice))}
        />
        <Button variant="primary">Save</Button>
      </form>
      <section class="sidebox after" aria-labelledby="always">
        <h2 id="always">Always sent.</h2>
        <dl class="terms-list">
          {ALWAYS.map(([what, why]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
    </AccountChange>
  );
}
