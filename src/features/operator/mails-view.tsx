import { Time } from '../../ui/time.tsx';
import type { BookingMail } from './domain.ts';
import { SendAgain } from './problem-views.tsx';
import { mailWords } from './words.ts';
import { DESK_ZONE } from './zone.ts';

/** The mails a booking owes or owed, and what became of each. */
export function Mails({ mails }: { mails: BookingMail[] }) {
  return (
    <ul class="record">
      {mails.map((mail) => (
        <li key={mail.id}>
          <span
            class={
              mail.sentAt
                ? 'status status--confirmed'
                : mail.lastError
                  ? 'status status--bad'
                  : 'status status--ack'
            }
          >
            {mail.sentAt ? 'Sent' : mail.lastError ? 'Did not go out' : 'Waits'}
          </span>
          <p>{mailWords(mail.kind)}</p>
          <Time at={mail.sentAt ?? mail.queuedAt} zone={DESK_ZONE} />
          {!mail.sentAt && mail.lastError && (
            <div class="record__acts">
              <p class="soft dossier__text">
                {mail.attempts} {mail.attempts === 1 ? 'try' : 'tries'}. {mail.lastError}
              </p>
              <SendAgain mailId={mail.id} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
