import { Notice } from '../../../ui/notice.tsx';
import type { DetailsField, DetailsForm } from '../forms.ts';

const LABELS: Record<DetailsField, string> = {
  name: 'Name',
  email: 'Email',
  background: 'Background',
  subject: 'Subject',
  technologies: 'Technologies',
  focus: 'What you should be asked about',
  targetCompanies: 'Target companies or stage',
  notes: 'Anything else',
  resume: 'Resume',
};

/** Every field in trouble as a link to it. Announced when it appears. */
export function ErrorSummary({ errors }: { errors: DetailsForm['errors'] }) {
  const fields = (Object.keys(LABELS) as DetailsField[]).filter((name) => errors[name]);
  if (fields.length === 0) return null;
  return (
    <Notice
      tone="error"
      title={fields.length === 1 ? 'One thing to fix.' : `${fields.length} things to fix.`}
    >
      <p>Everything you typed is still here.</p>
      <ul class="error-list">
        {fields.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{LABELS[name]}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
