import { Button, ButtonLink } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatDay, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { CurrentUser } from '../../web/auth.ts';
import type { MailChoice } from '../booking/mail-choice-domain.ts';
import type { Member, OpenSession, Passkey } from './domain.ts';
import { type AccountPageProps, Setting } from './frame.tsx';
import { Mails } from './mail-views.tsx';
import { Passkeys, Sessions } from './places-views.tsx';
import { type AccountNotice, NOTICES } from './words.ts';

export interface AccountState {
  user: CurrentUser;
  secondFactor: { since: Date; codesLeft: number } | null;
  passkeys: Passkey[];
  sessions: OpenSession[];
  /** The address that waits for a yes, and from whom. */
  emailChange: { newEmail: string; approved: boolean } | null;
  /** Mails they would rather not get; null for whom none of those is meant. */
  muted: MailChoice[] | null;
}

/** How a member gets in, and where they are. Each thing says how it stands; changing it is a page of its own. */
export function AccountPage({
  shell,
  member,
  notice,
  now,
  ...state
}: AccountPageProps & AccountState & { notice: AccountNotice | null; now: Date }) {
  const [title, text] = notice ? NOTICES[notice] : [];
  return (
    <PanelLayout shell={shell} title="Account" person={member} desk={member.desk}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>Your account.</h1>
            <p>What opens this panel. Every time is in {zoneLabel(member.zone, now)}.</p>
          </div>
          <div class="split split--top">
            <div>
              {title && (
                <Notice tone="done" title={title}>
                  {text ? <p>{text}</p> : null}
                </Notice>
              )}
              <div class="settings">
                <Email {...state} />
                {state.muted && <Mails muted={state.muted} />}
                <Password member={member} />
                <SecondFactor {...state} zone={member.zone} />
                <Passkeys passkeys={state.passkeys} zone={member.zone} />
                <Sessions sessions={state.sessions} current={state.user.sessionId} zone={member.zone} />
              </div>
            </div>
            <Help shell={shell} />
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

function Email({ user, emailChange }: AccountState) {
  return (
    <Setting
      title="Email"
      keys={
        emailChange ? (
          <form method="post" action={urls.accountEmailEnd()}>
            <Button small>Keep the old one</Button>
          </form>
        ) : (
          <ButtonLink href={urls.accountEmail()} small>
            Change email
          </ButtonLink>
        )
      }
    >
      <p class="setting__value">{user.email}</p>
      {emailChange ? (
        <p>
          <span class="status status--ack">On its way</span> to {emailChange.newEmail}.{' '}
          {emailChange.approved
            ? 'You approved it. Now the new address has to confirm: the mail is there.'
            : 'First the address above has to approve it: the mail is there.'}
        </p>
      ) : (
        <p>You sign in with it, and we write to it.</p>
      )}
    </Setting>
  );
}

function Password({ member }: { member: Member }) {
  return (
    <Setting
      title="Password"
      keys={
        <ButtonLink href={urls.accountPassword()} small>
          Change password
        </ButtonLink>
      }
    >
      {member.passwordChangedAt ? (
        <p>Yours since {formatDay(member.passwordChangedAt, member.zone)}.</p>
      ) : (
        <p>Still the one you were given. Take one that only you know.</p>
      )}
    </Setting>
  );
}

function SecondFactor({ secondFactor, zone }: AccountState & { zone: string }) {
  if (!secondFactor) {
    return (
      <Setting
        title="Second factor"
        keys={
          <ButtonLink href={urls.accountSecondFactor()} small variant="primary">
            Set it up
          </ButtonLink>
        }
      >
        <p>
          <span class="status">Off</span> Whoever has your password is you. With it, they need your phone as
          well.
        </p>
      </Setting>
    );
  }
  const { since, codesLeft } = secondFactor;
  return (
    <Setting
      title="Second factor"
      keys={
        <>
          <ButtonLink href={urls.accountRecoveryCodes()} small>
            New recovery codes
          </ButtonLink>
          <ButtonLink href={urls.accountSecondFactorEnd()} small>
            Turn it off
          </ButtonLink>
        </>
      }
    >
      <p>
        <span class="status status--confirmed">On</span> since {formatDay(since, zone)}. Signing in takes a
        code of your app.
      </p>
      <p>
        {codesLeft === 1 ? 'One recovery code is left.' : `${codesLeft} recovery codes are left.`}
        {codesLeft <= 3 && ' Make new ones before they run out.'}
      </p>
    </Setting>
  );
}

function Help({ shell }: Pick<AccountPageProps, 'shell'>) {
  return (
    <aside>
      <section class="sidebox">
        <h2>Something you did not do?</h2>
        <p>
          Change your password first: that signs out everybody else. Then write to{' '}
          <ExternalLink href={`mailto:${shell.contact}`}>{shell.contact}</ExternalLink>.
        </p>
      </section>
      <section class="sidebox">
        <h2>How long you stay in.</h2>
        <p>Thirty days after you signed in, or seven days after you last came by, whichever is first.</p>
      </section>
    </aside>
  );
}
