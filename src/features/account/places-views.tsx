import { Button, ButtonLink } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { deviceWords } from './device-domain.ts';
import type { OpenSession, Passkey } from './domain.ts';
import { Setting } from './frame.tsx';

/** The passkeys, one a row. */
export function Passkeys({ passkeys, zone }: { passkeys: readonly Passkey[]; zone: string }) {
  return (
    <Setting
      title="Passkeys"
      keys={
        <ButtonLink href={urls.accountNewPasskey()} small>
          Add a passkey
        </ButtonLink>
      }
    >
      {passkeys.length === 0 ? (
        <p>None yet. With one, your finger, your face or your device’s PIN signs you in: nothing to type.</p>
      ) : (
        <ul class="places">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <p>
                <b>{passkey.name}</b>
                <span>
                  {passkey.lastUsedAt ? (
                    <>
                      Last used <Time at={passkey.lastUsedAt} zone={zone} />
                    </>
                  ) : (
                    <>
                      Added <Time at={passkey.createdAt} zone={zone} />, not used yet
                    </>
                  )}
                </span>
              </p>
              <a class="textlink" href={urls.accountPasskey(passkey.id)}>
                Rename or remove<span class="sr-only"> {passkey.name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Setting>
  );
}

/** The browsers that are signed in, this one first. */
export function Sessions({
  sessions,
  current,
  zone,
}: {
  sessions: readonly OpenSession[];
  /** Whose page this is shown on. */
  current: string;
  zone: string;
}) {
  const here = sessions.filter(({ id }) => id === current);
  const others = sessions.filter(({ id }) => id !== current);
  return (
    <Setting
      title="Signed in"
      keys={
        others.length > 0 && (
          <form method="post" action={urls.accountOtherSessionsEnd()}>
            <Button small>Sign out everywhere else</Button>
          </form>
        )
      }
    >
      <ul class="places">
        {[...here, ...others].map((session) => {
          const device = deviceWords(session.userAgent);
          return (
            <li key={session.id}>
              <p>
                <b>{device}</b>
                <span>
                  {session.id === current ? (
                    'This one'
                  ) : (
                    <>
                      Last seen <Time at={session.seenAt} zone={zone} />
                    </>
                  )}
                  , signed in <Time at={session.createdAt} zone={zone} />
                </span>
              </p>
              {session.id !== current && (
                <form method="post" action={urls.accountSessionEnd(session.id)}>
                  <Button small>
                    Sign out<span class="sr-only"> {device}</span>
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Setting>
  );
}
