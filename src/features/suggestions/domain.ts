/** What became of a technology that a member missed. Null while the operator has not decided. */
export type Decision = 'added' | 'declined';

/** A suggestion as its member sees it. */
export interface OwnSuggestion {
  name: string;
  decision: Decision | null;
}

/** A suggestion as the operator decides on it. */
export interface SuggestionCase extends OwnSuggestion {
  id: string;
  interviewer: string;
  slug: string;
  suggestedAt: Date;
}

/** Open suggestions one member may have; the operator reads every one of them. */
export const MOST_OPEN = 10;
/** Days for which a decision stands on the member's profile page. */
export const TOLD_DAYS = 30;
