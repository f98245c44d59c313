import { ExternalLink } from '../../ui/external-link.tsx';
import { formatClock, formatInstant, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { OpenDay } from './openings-domain.ts';

/** When they are free next, in the visitor's zone. Each time leads to booking. */
export function NextTimes({
  slug,
  days,
  zone,
  now,
  contact,
  as: Part,
}: {
  slug: string;
  days: readonly OpenDay[];
  zone: string;
  now: Date;
  /** Who answers a mail when no time is open. */
  contact: string;
  as: 'h2' | 'h3';
}) {
  return (
    <section id="times" data-zone={zone}>
      <div class="times__head">
        <Part class="times__title">Next open times</Part>
        {days.length > 0 && <p class="times__zone">{zoneLabel(zone, now)}</p>}
      </div>
      {days.length === 0 ? (
        <p class="small soft">
          No open times in the next four weeks. Write to{' '}
          <ExternalLink href={`mailto:${contact}`}>{contact}</ExternalLink> and we will ask.
        </p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
          <ul class="times" role="list">
            {days.map(({ slots: [first, ...others], more }) =>
              first ? (
                <li key={first.getTime()}>
                  <span>{formatInstant(first, zone).split(',')[0]}</span>
                  <span class="times__slots">
                    {[first, ...others].map((slot) => (
                      <a key={slot.getTime()} class="slot" href={urls.book(slug)}>
                        <span class="sr-only">{formatInstant(slot, zone).split(',')[0]}, </span>
                        <time datetime={slot.toISOString()}>{formatClock(slot, zone)}</time>
                      </a>
                    ))}
                    {more > 0 && (
                      <span class="times__more">
                        +{more}
                        <span class="sr-only"> more</span>
                      </span>
                    )}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </>
      )}
    </section>
  );
}
