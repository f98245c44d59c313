import type { ComponentProps } from 'preact';
import { SelectField, TextArea, TextField } from '../../src/ui/field.tsx';
import { FileField } from '../../src/ui/file-field.tsx';
import { fileSize } from '../../src/ui/file-size.ts';
import { Pick, PicksField } from '../../src/ui/picks.tsx';
import type { Specimen } from './specimen.tsx';

const LONG_ERROR =
  'That is 4,812 characters and there is room for 4,000. Cut 812: your interviewer has one evening to read it.';

const levels = [
  { value: 'junior', label: 'First job' },
  { value: 'senior', label: 'Senior' },
  { value: 'staff', label: 'Staff' },
];

const technologies = ['TypeScript', 'React', 'C', 'PostgreSQL', 'Kubernetes'].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

const picks = (more: Partial<ComponentProps<typeof PicksField>>) => (
  <PicksField
    {...{ name: 'pick', label: 'Level', type: 'radio', options: levels, chosen: ['senior'] }}
    {...more}
  />
);

/** What one fills in. */
export const forms: Specimen[] = [
  {
    name: 'Text field',
    states: () => ({
      empty: <TextField name="empty" label="Name" />,
      'with note, hint and placeholder': (
        <TextField
          name="hint"
          label="Target companies"
          note="Optional"
          hint="Or their stage, if that is what you know."
          placeholder="A bank, a startup of nine"
        />
      ),
      filled: <TextField name="filled" type="email" label="Email" value="sam@example.com" />,
      wrong: (
        <TextField
          name="wrong"
          type="email"
          label="Email"
          value="sam@example"
          error="This address has no ending. It looks like sam@example.com."
        />
      ),
      'with units': (
        <TextField
          name="units"
          label="Your price"
          prefix="$"
          suffix="per interview"
          value="150"
          inputmode="decimal"
        />
      ),
      password: <TextField name="password" type="password" label="Password" value="practice" />,
    }),
  },
  {
    name: 'Text area',
    states: () => ({
      empty: <TextArea name="empty" label="Background" hint="Two or three sentences are enough." />,
      wrong: <TextArea name="wrong" label="Background" value={'Word. '.repeat(60)} error={LONG_ERROR} />,
    }),
  },
  {
    name: 'Select',
    states: () => ({
      chosen: <SelectField name="chosen" label="Level" options={levels} value="staff" />,
      wrong: <SelectField name="wrong" label="Level" options={levels} error="Pick one." />,
    }),
  },
  {
    name: 'Picks field',
    states: () => ({
      'one of few': picks({ note: 'Pick one' }),
      'some of few': picks({
        ...{ label: 'Technologies', type: 'checkbox', look: 'technology' },
        ...{ options: technologies, chosen: ['react', 'c'], hint: 'What the problem may be in.' },
      }),
      wrong: picks({ chosen: [], error: 'Pick the level you aim at.' }),
    }),
  },
  {
    name: 'Pick with a count',
    states: () => ({
      'on, off, one, none': (
        <div class="picks">
          <Pick type="checkbox" name="on" value="a" checked count={12}>
            Coding
          </Pick>
          <Pick type="checkbox" name="off" value="b" checked={false} count={200}>
            System design
          </Pick>
          <Pick type="checkbox" name="tech" value="c" checked={false} look="technology" count={1}>
            Rust
          </Pick>
          <Pick type="checkbox" name="none" value="d" checked={false} count={0}>
            Mobile
          </Pick>
        </div>
      ),
    }),
  },
  {
    name: 'File field',
    states: () => ({
      empty: (
        <FileField
          name="empty"
          label="Resume"
          note="Optional"
          accept="application/pdf"
          prompt="Drop a PDF or choose one"
          hint="Up to 5 MB. Your interviewer reads it, nobody else."
        />
      ),
      'with a file': (
        <FileField name="file" label="Resume" accept="application/pdf" prompt="Replace it">
          <p class="small">resume-final-final-2.pdf, {fileSize(184_000)}</p>
        </FileField>
      ),
      wrong: (
        <FileField
          name="wrong"
          label="Resume"
          accept="application/pdf"
          prompt="Drop a PDF or choose one"
          error="That file has 7.2 MB and 5 MB is the most. Export it again with smaller pictures."
        />
      ),
    }),
  },
];
