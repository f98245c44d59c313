import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { PanelPerson } from '../../../ui/panel-header.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';

interface Props {
  shell: Shell;
  owner: PanelPerson & { timeZone: string };
  feed: { madeAt: Date; readAt: Date | null } | null;
  /** The address itself, on the one page that shows it. */
  address: string | null;
}

/** The sessions in the interviewer's own calendar: make the address, see whether it is read, revoke it. */
export function FeedPage({ shell, owner, feed, address }: Props) {
  return (
    <PanelLayout shell={shell} title="Your calendar" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.admin()}>
              <Icon name="back" /> Bookings
            </a>
          </p>
          <div class="panel__title split">
            <h1>In your own calendar.</h1>
            <p>An address that your calendar reads: every session, moved and called-off ones too.</p>
          </div>
          <div class="change change--page">
            {address && <Address address={address} />}
            {feed ? (
              <p class="soft">
                Made {formatInstant(feed.madeAt, owner.timeZone)}.{' '}
                {feed.readAt
                  ? `Last read ${formatInstant(feed.readAt, owner.timeZone)}.`
                  : 'No calendar has read it so far.'}
              </p>
            ) : (
              <p class="soft">
                There is none yet. Whoever has the address sees whom you meet and when, nothing else. You can
                revoke it at any time.
              </p>
            )}
            <div class="cluster">
              <form method="post" action={urls.adminFeed()}>
                <Button variant={feed ? 'plain' : 'primary'}>
                  {feed ? 'Make a new one, revoke this' : 'Make the address'}
                </Button>
              </form>
              {feed && (
                <form method="post" action={urls.adminFeedRevocation()}>
                  <Button variant="danger">Revoke it</Button>
                </form>
              )}
            </div>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

function Address({ address }: { address: string }) {
  const subscribe = address.replace(/^https?:/, 'webcal:');
  return (
    <Notice tone="done" title="Here it is, this once.">
      <p>Only its fingerprint is kept here. Put it into your calendar now; a new one is made in a moment.</p>
      <label class="sr-only" for="feed-address">
        Address
      </label>
      <input class="input" id="feed-address" value={address} readonly />
      <p>
        <ButtonLink href={subscribe} small icon="out">
          Open in my calendar
        </ButtonLink>
      </p>
    </Notice>
  );
}
