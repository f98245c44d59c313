import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import type { DeliveryDetail, DeliveryRow, InboxFilter } from './domain.ts';
import { Table } from './table-views.tsx';
import { DESK_ZONE } from './zone.ts';

const FILTERS: readonly { show: InboxFilter | undefined; label: string }[] = [
  { show: undefined, label: 'All' },
  { show: 'waiting', label: 'Not handled' },
  { show: 'failed', label: 'Failed' },
];

/** Webhooks as they came in, the newest first. */
export function InboxPage({
  shell,
  user,
  deliveries,
  show,
  isFirst,
  older,
}: {
  shell: Shell;
  user: SignedInUser;
  deliveries: DeliveryRow[];
  show: InboxFilter | null;
  isFirst: boolean;
  older: string | null;
}) {
  return (
    <PanelLayout shell={shell} title="Inbox" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>What Stripe and cal.com told us.</h1>
            <p>
              Each is a signal, not the truth: it says which booking to look at again. Every time is in{' '}
              {DESK_ZONE}.
            </p>
          </div>
          <nav class="switch" aria-label="Which ones">
            {FILTERS.map(({ show: one, label }) => (
              <a
                key={label}
                href={urls.operatorInbox({ show: one })}
                aria-current={(one ?? null) === show ? 'true' : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
          <Deliveries
            deliveries={deliveries}
            title={show === 'failed' ? 'Failed' : show === 'waiting' ? 'Not handled' : 'Deliveries'}
            empty={show ? 'None. Everything that came in was handled.' : 'Nothing has come in yet.'}
          />
          <Pager newer={isFirst ? null : urls.operatorInbox({ show: show ?? undefined })} older={older} />
        </div>
      </main>
    </PanelLayout>
  );
}

export function Deliveries({
  deliveries,
  title,
  empty,
}: {
  deliveries: DeliveryRow[];
  title: string;
  empty: string;
}) {
  return (
    <Table id="deliveries" title={title} head={['Kind', 'From', 'Came', 'Handled', 'Tries']} empty={empty}>
      {deliveries.map((delivery) => (
        <tr key={delivery.id}>
          <th scope="row">
            <a class="mono" href={urls.operatorDelivery(delivery.id)}>
              {delivery.type}
            </a>
          </th>
          <td>{senderOf(delivery)}</td>
          <td class="num">
            <Time at={delivery.receivedAt} zone={DESK_ZONE} />
          </td>
          <td>
            <DeliveryState delivery={delivery} />
          </td>
          <td class="num">{delivery.attempts}</td>
        </tr>
      ))}
    </Table>
  );
}

const senderOf = ({ source }: Pick<DeliveryRow, 'source'>): string =>
  source === 'stripe' ? 'Stripe' : 'cal.com';

export function DeliveryState({ delivery: { handledAt, lastError } }: { delivery: DeliveryRow }) {
  if (handledAt) return <span class="status status--confirmed">Handled</span>;
  return lastError ? (
    <span class="status status--bad">Failed</span>
  ) : (
    <span class="status status--ack">Waits</span>
  );
}

/** One webhook with everything that came in it. */
export function DeliveryPage({
  shell,
  user,
  delivery,
}: {
  shell: Shell;
  user: SignedInUser;
  delivery: DeliveryDetail;
}) {
  return (
    <PanelLayout shell={shell} title={delivery.type} desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.operatorInbox()}>
              <Icon name="back" /> Inbox
            </a>
          </p>
          <div class="panel__title split">
            <h1 class="delivery__type">{breakable(delivery.type)}</h1>
            <p>
              From {senderOf(delivery)}, <Time at={delivery.receivedAt} zone={DESK_ZONE} /> {DESK_ZONE}.
            </p>
          </div>
          <div class="split split--top">
            <section class="payload" tabindex={0} aria-label="Payload">
              <pre>{JSON.stringify(delivery.payload, null, 2)}</pre>
            </section>
            <aside class="stack">
              <p>
                <DeliveryState delivery={delivery} />
              </p>
              {delivery.lastError && (
                <Notice tone="error" title="The last try failed.">
                  <p class="dossier__text">{delivery.lastError}</p>
                </Notice>
              )}
              <dl class="deskfacts">
                <Fact name="Id at the sender">{delivery.externalId}</Fact>
                <Fact name="Tries">{delivery.attempts}</Fact>
                <Fact name="Handled">
                  {delivery.handledAt ? <Time at={delivery.handledAt} zone={DESK_ZONE} /> : 'Not yet'}
                </Fact>
              </dl>
              <form class="stack" method="post" action={urls.operatorReplay(delivery.id)}>
                <Button variant="primary" wide icon="arrow">
                  Replay
                </Button>
                <p class="small soft">
                  Looks again at the booking it names, as Stripe and cal.com have it now. Nothing is charged
                  or refunded twice.
                </p>
              </form>
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The sender's own name for it, which breaks between its words and nowhere else. */
const breakable = (type: string): ComponentChildren =>
  type.split(/(?<=[._])/).flatMap((word, index) => (index === 0 ? [word] : [<wbr key={word} />, word]));
