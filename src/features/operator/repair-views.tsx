import { PanelLayout } from '../../ui/layout.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import type { RepairCount, RepairRow } from './domain.ts';
import { Table } from './table-views.tsx';
import { repairWords } from './words.ts';
import { DESK_ZONE } from './zone.ts';

/** What nobody told us of and the reconciler found by looking. */
export function RepairsPage({
  shell,
  user,
  counts,
  latest,
}: {
  shell: Shell;
  user: SignedInUser;
  counts: RepairCount[];
  latest: RepairRow[];
}) {
  const day = counts.reduce((sum, count) => sum + count.day, 0);
  return (
    <PanelLayout shell={shell} title="Repairs" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>
              {day === 0
                ? 'Nothing to repair today.'
                : day === 1
                  ? 'One repair in a day.'
                  : `${day} repairs in a day.`}
            </h1>
            <p>
              What a lost webhook or a crash left amiss, found and put right by looking. Every time is in{' '}
              {DESK_ZONE}.
            </p>
          </div>
          <Table
            id="counts"
            title="By kind"
            head={['What was put right', '24 hours', '7 days']}
            empty="Nothing in the last 7 days: every signal arrived."
          >
            {counts.map(({ kind, day: inDay, week }) => (
              <tr key={kind}>
                <th scope="row">{repairWords(kind)}</th>
                <td class="num">{inDay}</td>
                <td class="num">{week}</td>
              </tr>
            ))}
          </Table>
          <Table
            id="latest"
            title="The latest"
            head={['What was put right', 'Booking', 'It was', 'When']}
            empty="None yet."
          >
            {latest.map(({ id, at, kind, found, bookingId, reference }) => (
              <tr key={id}>
                <th scope="row">{repairWords(kind)}</th>
                <td>{bookingId ? <a href={urls.operatorBooking(bookingId)}>{reference}</a> : '–'}</td>
                <td class="mono">{found}</td>
                <td class="num">
                  <Time at={at} zone={DESK_ZONE} />
                </td>
              </tr>
            ))}
          </Table>
        </div>
      </main>
    </PanelLayout>
  );
}
