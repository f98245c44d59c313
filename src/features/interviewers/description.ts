import { formatPrice } from '../../ui/price.tsx';
import { type InterviewerProfile, SESSION } from './domain.ts';

/** What search engines print of a description; the rest is cut by them, in the middle of a word. */
const MOST = 160;
/** A shorter piece of a headline says nothing. */
const LEAST = 24;

/** A profile in two sentences for those who list it: as much of the headline as there is room for. */
export function describeProfile({
  name,
  headline,
  price,
}: Pick<InterviewerProfile, 'name' | 'headline' | 'price'>): string {
  const offer = `A ${SESSION.interviewMinutes}-minute practice interview with ${name}, then ${SESSION.feedbackMinutes} minutes of feedback: ${formatPrice(price)}.`;
  const who = clip(headline.trim().replace(/[.\s]+$/u, ''), MOST - offer.length - 2);
  return who ? `${who}. ${offer}`.replace('….', '…') : offer;
}

function clip(text: string, room: number): string {
  if (text.length <= room) return text;
  if (room < LEAST) return '';
  const cut = text.slice(0, room - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LEAST - 1)).replace(/[\s,;:–-]+$/u, '')}…`;
}
