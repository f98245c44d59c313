import { Button } from '../../ui/button.tsx';
import { STANDING_WORDS } from '../../ui/standing.tsx';
import { urls } from '../../urls.ts';
import type { Standing } from '../interviewers/domain.ts';
import type { PanelOwner } from './domain.ts';

/** Whether everybody sees the profile, what changing that does, and the key for it where its owner has one. */
export function Publication({ owner }: { owner: PanelOwner }) {
  const { standing, pausedByOwner } = owner;
  const isOwn = standing === 'live' || (standing === 'paused' && pausedByOwner);
  return (
    <section class="sidebox" aria-labelledby="publication-title">
      <h2 id="publication-title">{TITLES[standing]}</h2>
      <p class="small soft">{isOwn ? WORDS[standing] : words(standing)}</p>
      {isOwn && (
        <form method="post" action={urls.adminPublication()}>
          <Button name="shown" value={standing === 'live' ? 'no' : 'yes'} small>
            {standing === 'live' ? 'Pause my profile' : 'Show my profile again'}
          </Button>
        </form>
      )}
    </section>
  );
}

const words = (standing: Standing): string => (standing === 'live' ? WORDS.live : STANDING_WORDS[standing]);

const TITLES = { live: 'Everybody sees it.', paused: 'Paused.', draft: 'A draft.' } as const;

const WORDS = {
  live: 'Pausing takes you off the list: nobody new can book you. Interviews already booked take place, and their money stays as it is. You can come back whenever you like.',
  paused: 'Nobody new can book you. Interviews already booked take place.',
  draft: '',
} as const;
