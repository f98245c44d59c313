import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatCents, formatPrice } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { SignedInUser } from '../../../web/auth.ts';
import type { Shell } from '../../../web/env.ts';
import type { FormState } from '../../../web/forms.ts';
import type { MemberDue, PayoutField } from '../payout-domain.ts';

interface Props {
  shell: Shell;
  user: SignedInUser;
  members: readonly MemberDue[];
  form: FormState<PayoutField>;
  /** So that a form sent twice is one payout. */
  formId: string;
  sharePercent: number;
  shareError?: string | undefined;
}

/** What members are owed, where payouts are written down, and the co-op's share. */
export function PayoutsPage({ shell, user, members, form, formId, sharePercent, shareError }: Props) {
  const owed = members.reduce((sum, member) => sum + Math.max(0, member.owed), 0);
  const currency = members[0]?.currency ?? 'usd';
  return (
    <PanelLayout shell={shell} title="Payouts" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{formatPrice({ cents: owed, currency })} owed to members.</h1>
            <p>Without what is held: that may still go back to a candidate.</p>
          </div>
          <div class="split split--top">
            <Members members={members} />
            <aside class="stack">
              {members.length > 0 && <PayoutForm members={members} form={form} formId={formId} />}
              <ShareForm percent={sharePercent} error={shareError} />
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

function Members({ members }: { members: readonly MemberDue[] }) {
  if (members.length === 0) return <p class="soft">Nobody has earned anything yet.</p>;
  return (
    <section class="tablewrap" tabindex={0} aria-label="What members are owed">
      <table class="ledger">
        <thead>
          <tr>
            {['Member', 'Owed', 'Held', 'Paid out'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, currency, owed, held, paid }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {[owed, held, paid].map((cents, index) => (
                <td key={String(index)} class="num">
                  {cents === 0 ? '–' : formatCents({ cents, currency })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PayoutForm({
  members,
  form: { values, errors },
  formId,
}: Pick<Props, 'members' | 'form' | 'formId'>) {
  const text = (field: PayoutField) => String(values[field] ?? '');
  return (
    <form class="stack" method="post" action={urls.operatorPayouts()} novalidate>
      <h2 class="past__title">Write a payout down</h2>
      {Object.keys(errors).length > 0 && (
        <Notice tone="error" title="Not written down yet.">
          <p>What you typed is still here, with a word at each field.</p>
        </Notice>
      )}
      <input type="hidden" name="formId" value={formId} />
      <SelectField
        name="member"
        label="To"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={text('member')}
        error={errors.member}
        required
      />
      <TextField
        name="amount"
        label="Amount"
        hint="With a minus to take back one that was wrong."
        prefix="$"
        inputmode="decimal"
        value={text('amount')}
        error={errors.amount}
        maxLength={12}
        required
      />
      <TextField
        name="paidOn"
        type="date"
        label="Sent on"
        value={text('paidOn')}
        error={errors.paidOn}
        required
      />
      <TextField
        name="note"
        label="Note"
        note="Optional, the member reads it"
        value={text('note')}
        error={errors.note}
        maxLength={200}
      />
      <Button variant="primary" icon="check">
        Write it down
      </Button>
      <p class="small soft">No money moves here: it says that you have sent it.</p>
    </form>
  );
}

function ShareForm({ percent, error }: { percent: number; error?: string | undefined }) {
  return (
    <form class="stack" method="post" action={urls.operatorShare()} novalidate>
      <h2 class="past__title">The co-op’s share</h2>
      <TextField
        name="percent"
        label="Of what stays of each session"
        hint="For sessions confirmed from now on. Those before keep theirs."
        suffix="%"
        inputmode="numeric"
        value={String(percent)}
        error={error}
        maxLength={3}
        required
      />
      <Button>Set the share</Button>
    </form>
  );
}
