import { CANCELLATION } from '../../ui/cancellation-words.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import type { Terms } from '../booking/domain.ts';

const questions = ({ freeCancelHours, guaranteeDays }: Terms) => [
  {
    asked: 'Is it like the real thing?',
    answer:
      'That is the point. Your interviewer picks a problem, keeps time, asks follow-ups and does not coach you until the hour is over. The difference is what happens next: they tell you what they wrote down.',
  },
  {
    asked: 'Will I get a specific company’s questions?',
    answer:
      'No. Our interviewers do not hand out questions from any employer, current or former. You get a problem of the same kind and difficulty, and a person who knows what a good answer sounds like.',
  },
  {
    asked: 'What level is it for?',
    answer:
      'Any level that gets a technical interview. Say which one you are aiming at when you book. The same problem is judged very differently for a first job and for a staff role.',
  },
  {
    asked: 'Why do the prices differ?',
    answer:
      'Each interviewer sets their own. The figure on the profile is the whole price: the hour and the feedback.',
  },
  {
    asked: 'When am I charged?',
    answer:
      'When your time is confirmed. Your bank holds the amount while we confirm with the interviewer’s calendar. If that fails, the hold is released and you pay nothing.',
  },
  {
    asked: 'How do I get my money back?',
    answer: `Open your booking from your confirmation mail within ${guaranteeDays} days of the session and ask for it: two presses. We return all of it. We ask why, because we would like to fix it. You do not have to answer.`,
  },
  {
    asked: 'What if I can’t make it?',
    answer: `${CANCELLATION.lead(freeCancelHours)} You do both on your booking’s page. ${CANCELLATION.later} ${CANCELLATION.ours}`,
  },
  {
    asked: 'What do I need on the day?',
    answer: 'A computer, a microphone and a quiet room. The link to the call is in your confirmation mail.',
  },
  {
    asked: 'Who reads what I send?',
    answer:
      'Your interviewer. Your resume and your notes are kept with your booking and are not shown to anyone else who interviews here.',
  },
  {
    asked: 'Why “508”?',
    answer:
      'HTTP status 508 is Loop Detected. A company’s series of interviews is called a loop. We did not have to reach very far for the joke.',
  },
];

/** What people ask before they pay. The first is open, to show what the rest are. */
export function Questions({ contact, terms }: { contact: string; terms: Terms }) {
  return (
    <section class="section" id="faq" aria-labelledby="faq-title">
      <div class="frame">
        <div class="split split--flip">
          <div class="stack">
            <h2 id="faq-title">Fair questions.</h2>
            <p class="soft">
              Not here? <ExternalLink href={`mailto:${contact}`}>Ask an owner</ExternalLink>. There is nobody
              else to ask.
            </p>
          </div>
          <div class="faq">
            {questions(terms).map(({ asked, answer }, index) => (
              <details key={asked} name="faq" open={index === 0}>
                <summary>
                  {asked}
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2 8h12" />
                    <path class="v" d="M8 2v12" />
                  </svg>
                </summary>
                <div class="faq__a">
                  <p>{answer}</p>
                </div>
              </details>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}
