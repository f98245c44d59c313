import type { ReviewRefusal } from './domain.ts';

/** Why nothing can be said about a session, and what can be done. */
export function reviewRefusalWords(refused: ReviewRefusal): { title: string; text: string } {
  switch (refused) {
    case 'not-over':
      return { title: 'Not yet.', text: 'Come back once the session is over.' };
    case 'ended':
      return {
        title: 'There was no session.',
        text: 'It was called off, so there is nothing to say about it.',
      };
    case 'absent':
      return {
        title: 'There was no session.',
        text: 'Somebody did not come, so there is nothing to say about it.',
      };
    case 'too-late':
      return { title: 'This is closed.', text: 'The time to say something about this session is over.' };
    case 'decided':
      return { title: 'It has been read.', text: 'A person here has read what you said. It stays as it is.' };
  }
}
