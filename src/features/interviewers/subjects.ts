/** What an hour of a subject is made of, for the subjects we have words for. */
const COVERS: Record<string, string> = {
  coding: 'One problem, in the language you will use on the day.',
  'system-design': 'A vague brief, a diagram, and the questions you should have asked first.',
  behavioral: 'Your stories, and then the follow-ups.',
  'data-modeling': 'A business that sounds simple, and the rule that is not.',
  'code-review': 'A pull request with things wrong in it.',
  debugging: 'Something broken that you did not write.',
  frontend: 'Build or repair a component: state, focus, keyboard, slow networks.',
  backend: 'An API, its data, and what happens when half of it is down.',
  fullstack: 'One small feature, from the button to the table and back.',
  mobile: 'A screen that has to survive rotation, bad signal and an old phone.',
  infrastructure: 'A system in production, a symptom, and what you look at first.',
  'machine-learning': 'From the question to the data to the number you would defend.',
  'engineering-management': 'People, plans and the conversation you would rather not have.',
};

export function coverOf(slug: string): string | undefined {
  return Object.hasOwn(COVERS, slug) ? COVERS[slug] : undefined;
}
