import { formatCents } from '../../../ui/price.tsx';
import { type Month, monthName, type Statement } from '../domain.ts';

type Sums = Omit<Month, 'month'>;

interface Column {
  name: string;
  /** Cents as they count towards the result: what is taken off is negative. */
  cents: (sums: Sums) => number;
  isResult?: boolean;
}

const COLUMNS: readonly Column[] = [
  { name: 'Charged', cents: ({ charged }) => charged },
  { name: 'Refunded', cents: ({ refunded }) => -refunded },
  { name: 'Held', cents: ({ held }) => -held },
  { name: 'Co-op share', cents: ({ share }) => -share },
  { name: 'Owed', cents: ({ owed }) => owed, isResult: true },
  { name: 'Paid out', cents: ({ paid }) => paid, isResult: true },
];

const SESSIONS = 'Sessions';

/** Month by month in a table whose rows add up, on a phone line by line. */
export function Ledger({
  statement: { months, totals, currency },
  now,
}: {
  statement: Statement;
  now: Date;
}) {
  const cells = (sums: Sums) => (
    <>
      <Cell name={SESSIONS} reads={sums.sessions === 0 ? null : String(sums.sessions)} />
      {COLUMNS.map(({ name, cents, isResult }) => {
        const amount = cents(sums);
        const reads = amount === 0 ? null : formatCents({ cents: amount, currency });
        return <Cell key={name} name={name} reads={reads} isResult={isResult} />;
      })}
    </>
  );
  return (
    <section class="tablewrap" tabindex={0} aria-label="Earnings by month">
      <table class="ledger ledger--sums">
        <thead>
          <tr>
            {['Month', SESSIONS, ...COLUMNS.map(({ name }) => name)].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, ...sums }) => (
            <tr key={month}>
              <th scope="row">{monthName(month, now.getUTCFullYear())}</th>
              {cells(sums)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            {cells(totals)}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** `reads` is null where there is nothing to add up. */
function Cell({
  name,
  reads,
  isResult,
}: {
  name: string;
  reads: string | null;
  isResult?: boolean | undefined;
}) {
  const look = ['num', isResult && 'ledger__result', reads === null && 'ledger__none'];
  return (
    <td class={look.filter(Boolean).join(' ')} data-name={name}>
      {reads ?? '–'}
    </td>
  );
}
