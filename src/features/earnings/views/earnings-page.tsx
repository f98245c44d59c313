import { ButtonLink } from '../../../ui/button.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import type { PanelPerson } from '../../../ui/panel-header.tsx';
import { formatCents, formatPrice } from '../../../ui/price.tsx';
import { zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { dueOf, type Month, monthName, type Statement } from '../domain.ts';
import type { Payout } from '../payout-domain.ts';
import { Ledger } from './ledger.tsx';

interface Props {
  shell: Shell;
  owner: PanelPerson & { timeZone: string };
  statement: Statement;
  payouts: readonly Payout[];
  /** The co-op's part from now on, in percent. */
  sharePercent: number;
  guaranteeDays: number;
  now: Date;
}

/** Months in the chart: what fits a phone and still shows a season. */
const CHARTED = 6;

/** What an interviewer has earned, month by month, and what became of it. */
export function EarningsPage({ shell, owner, statement, payouts, sharePercent, guaranteeDays, now }: Props) {
  const { months, totals, ahead, currency } = statement;
  return (
    <PanelLayout shell={shell} title="Earnings" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{formatPrice({ cents: totals.owed, currency })} owed to you.</h1>
            <p>
              {totals.held > 0
                ? `${formatPrice({ cents: totals.held, currency })} more is held until the guarantee on it ends.`
                : 'Nothing is held.'}{' '}
              Months as in {zonePlace(owner.timeZone)}.
            </p>
          </div>
          {months.length === 0 ? (
            <p class="soft">
              Nothing yet. The first session stands here the moment it is over, and is yours once its
              guarantee ends.
            </p>
          ) : (
            <>
              <div class="split split--top">
                <Bars months={months.slice(0, CHARTED).toReversed()} currency={currency} now={now} />
                <HowToRead sharePercent={sharePercent} guaranteeDays={guaranteeDays} />
              </div>
              <Ledger statement={statement} now={now} />
              <p class="small soft after">
                Charged − refunded − held − share = owed + paid out.
                {ahead > 0 &&
                  ` ${formatPrice({ cents: ahead, currency })} was paid before it was taken back; the next months make up for it.`}
              </p>
            </>
          )}
          {payouts.length > 0 && <Payouts payouts={payouts} />}
        </div>
      </main>
    </PanelLayout>
  );
}

function HowToRead({ sharePercent, guaranteeDays }: { sharePercent: number; guaranteeDays: number }) {
  return (
    <aside class="sidebox" aria-label="How to read it">
      <h2>How to read it</h2>
      <dl class="terms-list">
        <dt>Held</dt>
        <dd>The guarantee is still open, {guaranteeDays} days a session. Not yours yet.</dd>
        <dt>Refunded</dt>
        <dd>The candidate has it back. No share is taken of it.</dd>
        <dt>Co-op share</dt>
        <dd>
          {sharePercent}% of what stays, if confirmed now. Each session keeps the share of the moment it was
          confirmed, also when it moves.
        </dd>
        <dt>Owed</dt>
        <dd>Yours, not sent yet. The oldest month is paid first.</dd>
      </dl>
      <ButtonLink href={urls.adminEarningsCsv()} wide small icon="down" download="earnings.csv">
        Every session as CSV
      </ButtonLink>
    </aside>
  );
}

/** Height is what was charged; solid is the interviewer's, tint the co-op's, hatched held, hollow refunded. */
function Bars({ months, currency, now }: { months: readonly Month[]; currency: string; now: Date }) {
  const most = Math.max(1, ...months.map(({ charged }) => charged));
  const price = (cents: number) => formatPrice({ cents, currency });
  return (
    <figure class="bars" aria-labelledby="bars">
      <figcaption id="bars">
        <span class="bars__key bars__key--due">yours</span>
        <span class="bars__key bars__key--share">co-op share</span>
        <span class="bars__key bars__key--held">held</span>
        <span class="bars__key">refunded</span>
      </figcaption>
      <ol class="bars__plot">
        {months.map((month) => {
          const parts = [
            ['', month.refunded],
            ['bars__part--held', month.held],
            ['bars__part--share', month.share],
            ['bars__part--due', Math.max(0, dueOf(month))],
          ] as const;
          const words = `${price(dueOf(month))} yours, ${price(month.share)} share, ${price(month.held)} held, ${price(month.refunded)} refunded`;
          return (
            <li key={month.month}>
              <span
                class="bars__bar"
                style={`--h: ${((month.charged / most) * 100).toFixed(1)}`}
                role="img"
                aria-label={`${monthName(month.month, now.getUTCFullYear())}: ${words}`}
              >
                {parts.map(
                  ([look, cents]) =>
                    cents > 0 && (
                      <i key={look} class={`bars__part ${look}`.trim()} style={`flex: ${cents}`} />
                    ),
                )}
              </span>
              <b>{monthName(month.month, now.getUTCFullYear()).slice(0, 3)}</b>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

function Payouts({ payouts }: { payouts: readonly Payout[] }) {
  return (
    <section class="after" aria-labelledby="payouts">
      <h2 class="past__title" id="payouts">
        Paid out
      </h2>
      <ol class="past__list">
        {payouts.map(({ id, amountCents, currency, paidOn, note }) => (
          <li key={id} class="past__row">
            <span class="num">{paidOn}</span>
            <b class="num">{formatCents({ cents: amountCents, currency })}</b>
            <span class="soft">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
