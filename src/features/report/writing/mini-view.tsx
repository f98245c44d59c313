import { Ticks } from '../../../ui/ruler.tsx';
import { SESSION } from '../../interviewers/domain.ts';
import { completeness, dimensionName, missingIn } from '../domain.ts';
import { RATING_WORDS } from '../words.ts';
import type { Written } from '../written.ts';

/** The report in small: verdict, chart, and what is left to write. */
export function MiniReport({ about, report }: Written) {
  const missing = missingIn(report);
  return (
    <div class="preview" id="mini">
      <div class="preview__bar">
        <span>What {about.first} will get</span>
        <span class="num small">{completeness(report)}%</span>
      </div>
      <div class="mini__top">
        <p class="mini__verdict">{report.line || 'Yes, or no?'}</p>
        <p class="small soft">{report.why || 'And why.'}</p>
      </div>
      <div class="mini__chart">
        <div class="mini__rule" aria-hidden="true">
          <Ticks minutes={SESSION.interviewMinutes} />
        </div>
        <ul>
          {report.dimensions.map(({ key, rating, evidence }) => (
            <li key={key}>
              <span>{dimensionName(key)}</span>
              <span class="mini__run" aria-hidden="true">
                {evidence.map(
                  ({ minute, kept }, index) =>
                    minute !== null && (
                      <i
                        key={String(index)}
                        class={kept ? undefined : 'is-miss'}
                        style={`--m: ${Math.min(minute, SESSION.interviewMinutes)}`}
                      />
                    ),
                )}
              </span>
              <b>{rating === null ? '–' : RATING_WORDS[rating]}</b>
            </li>
          ))}
        </ul>
      </div>
      {missing.length > 0 && (
        <div class="mini__left">
          <p>
            <b>Before you can send</b>
          </p>
          <ul>
            {missing.map(({ field, text }) => (
              <li key={field + text}>
                <a href={`#${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
