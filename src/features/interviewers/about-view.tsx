import { ExternalLink } from '../../ui/external-link.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Time, zoneLabel } from '../../ui/time.tsx';
import type { InterviewerProfile } from './domain.ts';

/** Where they are, what time it is there, what they speak and where else they can be read. */
export function Vitals({ profile, now }: { profile: InterviewerProfile; now: Date }) {
  return (
    <dl class="vitals">
      <div>
        <dt>In</dt>
        <dd>{zoneLabel(profile.timeZone, now)}</dd>
      </div>
      <div>
        <dt>Now</dt>
        <dd>
          <Time at={now} zone={profile.timeZone} show="clock" /> there
        </dd>
      </div>
      {profile.languages.length > 0 && (
        <div>
          <dt>Speaks</dt>
          <dd>{profile.languages.join(', ')}</dd>
        </div>
      )}
      {profile.links.length > 0 && (
        <div class="vitals__links">
          <dt>Elsewhere</dt>
          <dd>
            {profile.links.map((link) => (
              <ExternalLink key={link} href={link}>
                {shortAddress(link)}
              </ExternalLink>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** "github.com/somebody": an address as one reads it. */
const shortAddress = (link: string): string => link.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');

/** What they say of themselves. */
export function Words({ profile }: { profile: InterviewerProfile }) {
  if (!profile.line && !profile.bio.trim()) {
    return (
      <section>
        <p class="soft">
          {profile.name} has not written anything here yet. The price and the guarantee stand.
        </p>
      </section>
    );
  }
  return (
    <>
      {profile.line && (
        <section>
          <p class="quip quip--big">
            <q dir="auto">{profile.line}</q>
          </p>
        </section>
      )}
      {profile.bio.trim() && (
        <section class="profile__bio prose">
          <Markdown text={profile.bio} />
        </section>
      )}
    </>
  );
}
