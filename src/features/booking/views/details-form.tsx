import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PicksField } from '../../../ui/picks.tsx';
import { Price } from '../../../ui/price.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking, ResumeInfo } from '../domain.ts';
import type { DetailsField, DetailsForm } from '../forms.ts';
import { firstName } from '../words.ts';
import { Cancellation } from './cancellation.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { ResumeField } from './resume-field.tsx';

/**
 * The form and what is wrong with it: what comes back to htmx after a refusal. The first field in
 * trouble takes the focus; the summary above is announced.
 */
export function DetailsPart({
  booking,
  interviewer,
  form,
  resume,
  now,
  rewrites = false,
  problem,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  form: DetailsForm;
  resume: ResumeInfo | null;
  now: Date;
  /** Paid already: what the interviewer has not read yet is changed. */
  rewrites?: boolean;
  problem?: string;
}) {
  const action = urls.bookingDetails(booking.id);
  return (
    <div id="details">
      <div id="details-problem">
        {problem && (
          <Notice tone="error" title="That did not go through.">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      <template id="details-lost">
        <Notice tone="error" title="We did not get through.">
          <p>Everything you typed is still here. Check your connection and continue once more.</p>
        </Notice>
      </template>
      <ErrorSummary errors={form.errors} />
      <form
        class="form"
        method="post"
        action={action}
        enctype="multipart/form-data"
        novalidate
        hx-post={action}
        hx-target="#details"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find .form__submit .btn"
        data-lost="#details-lost"
        data-lost-in="#details-problem"
        {...ANSWERS}
      >
        {/* Enter in a field presses the form's first button, which must not be "Remove". */}
        <input
          class="sr-only"
          type="submit"
          tabindex={-1}
          value={rewrites ? 'Save changes' : 'Continue to payment'}
        />
        <You form={form} booking={booking} rewrites={rewrites} />
        <TheInterview form={form} interviewer={interviewer} />
        <fieldset class="form__part">
          <legend>The real loop</legend>
          <TextField
            {...bind(form, 'targetCompanies')}
            label="Target companies or stage"
            note="Optional"
            placeholder="Names, or just the kind. “Startups” will do."
          />
          <TextArea
            {...bind(form, 'notes')}
            label={`Anything else ${firstName(interviewer.name)} should know`}
            note="Optional"
            placeholder="The topic you keep losing on. An accommodation you need. A date."
          />
          <ResumeField resume={resume} error={form.errors.resume} />
        </fieldset>
        {rewrites ? (
          <Save booking={booking} name={firstName(interviewer.name)} />
        ) : (
          <div class="form__submit">
            <GuaranteePromise bare />
            <Cancellation booking={booking} now={now} />
            <Button variant="primary" tail={<Price {...booking.price} />}>
              Continue to payment
            </Button>
            <p class="small soft">Nothing is charged yet. Your card comes next, at Stripe.</p>
          </div>
        )}
      </form>
    </div>
  );
}

/** Sent on by HX-Redirect after success. Other answers may be whole pages: what is taken from which. */
const ANSWERS = {
  'hx-status:2xx': 'select:#details',
  'hx-status:422': 'select:#details',
  'hx-status:4xx': 'select:#main, target:#main',
  'hx-status:5xx': 'swap:none',
};

function Save({ booking, name }: { booking: Booking; name: string }) {
  return (
    <div class="form__submit">
      <div class="cluster">
        <Button variant="primary">Save changes</Button>
        <a href={urls.booking(booking.id)}>Leave it as it is</a>
      </div>
      <p class="small soft">{name} gets one mail that something changed.</p>
    </div>
  );
}

function You({ form, booking, rewrites }: { form: DetailsForm; booking: Booking; rewrites: boolean }) {
  const { name, email } = booking.candidate;
  return (
    <fieldset class="form__part">
      <legend>You</legend>
      {/* Who booked stays who booked: name and address are in the invitation and in the calendar. */}
      {!rewrites && (
        <div class="form__pair">
          <TextField {...bind(form, 'name', name)} label="Name" autocomplete="name" required />
          <TextField
            {...bind(form, 'email', email)}
            label="Email"
            type="email"
            inputmode="email"
            autocomplete="email"
            required
          />
        </div>
      )}
      <TextArea
        {...bind(form, 'background')}
        label="Background"
        hint="Years, roles, what you build. Three sentences is plenty."
        required
      />
    </fieldset>
  );
}

function TheInterview({ form, interviewer }: { form: DetailsForm; interviewer: BookedInterviewer }) {
  const subjects = interviewer.subjects.map((tag) => tag.name);
  const technologies = interviewer.technologies.map((tag) => tag.name);
  return (
    <fieldset class="form__part">
      <legend>The interview</legend>
      <PicksField
        {...pick(form, 'subject')}
        label="Subject"
        note="Pick one"
        type="radio"
        options={subjects.map((name) => ({ value: name, label: name }))}
        chosen={subjects.length === 1 ? subjects : list(form.values.subject)}
        required
      />
      {technologies.length > 0 && (
        <PicksField
          {...pick(form, 'technologies')}
          label="Technologies"
          note="What you will use on the day"
          type="checkbox"
          look="technology"
          options={technologies.map((name) => ({ value: name, label: name }))}
          chosen={list(form.values.technologies)}
        />
      )}
      <TextArea
        {...bind(form, 'focus')}
        label="What should you be asked about?"
        hint="One line is enough. “React rendering, then one question about caching” is perfect."
        required
      />
    </fieldset>
  );
}

/** A text field's name, value and error; `fallback` is what it holds before anything was typed. */
function bind(form: DetailsForm, name: DetailsField, fallback = '') {
  const value = form.values[name];
  return { ...pick(form, name), value: typeof value === 'string' ? value : fallback };
}

function pick(form: DetailsForm, name: DetailsField) {
  return { name, error: form.errors[name], autofocus: firstError(form) === name };
}

const ORDER: readonly DetailsField[] = [
  'name',
  'email',
  'background',
  'subject',
  'technologies',
  'focus',
  'targetCompanies',
  'notes',
  'resume',
];

const firstError = ({ errors }: DetailsForm): DetailsField | undefined =>
  ORDER.find((name) => errors[name] !== undefined);

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
