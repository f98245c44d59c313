import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { Mail } from '../booking/emails/mail.ts';
import { button, say, sheet } from '../booking/emails/sheet.tsx';
import { SUGGESTION_DECIDED } from './commands.ts';
import type { Decision } from './domain.ts';
import { decidedOne } from './queries.ts';

/** To the member: whether the technology they missed is there now. */
export function suggestionDecided(
  { name, decision }: { name: string; decision: Decision },
  { publicUrl, contact }: { publicUrl: URL; contact: string },
): Mail {
  const added = decision === 'added';
  return sheet({
    subject: added ? `${name} can be chosen now` : `${name} was not added`,
    preview: added
      ? 'It is on your profile already.'
      : 'The list stays short, so that candidates can read it.',
    heading: added ? ['It is there.'] : ['Not this one.'],
    blocks: [
      say(
        added
          ? `You suggested ${name} as a technology. The co-op added it: everybody can choose it, and it is on your profile if there was room.`
          : `You suggested ${name} as a technology. The co-op did not add it: the list stays short enough to read. You can write about it in your own words, and candidates who search find it there.`,
      ),
      button('Open your profile', new URL(urls.adminProfile(), publicUrl).href),
    ],
    why: `You get this because you suggested a technology. Think otherwise? Write to`,
    contact,
  });
}

/** Sends it; nothing where the member or the suggestion is gone. */
export async function sendSuggestionDecided(
  deps: Pick<Deps, 'db' | 'mailer' | 'config'>,
  id: string,
): Promise<void> {
  const one = await decidedOne(deps.db, id);
  if (!one) return;
  const { publicUrl, operatorEmail: contact } = deps.config;
  await deps.mailer.send({
    ...suggestionDecided(one, { publicUrl, contact }),
    ...{ to: one.email, toName: one.member, replyTo: contact },
    messageId: `<${id}.${SUGGESTION_DECIDED}@${publicUrl.hostname}>`,
  });
}
