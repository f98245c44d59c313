import { describe, expect, it } from 'vitest';
import { MOST } from './domain.ts';
import { readReport } from './form.ts';
import { aReport, formOf } from './report.fixture.ts';
import { reportSchema } from './schema.ts';

describe('a report from its form', () => {
  it('is the one that was written', () => {
    expect(readReport(formOf(aReport), 'Frontend')).toEqual({ report: aReport, problems: {} });
  });

  it('can be kept and read again', () => {
    expect(reportSchema.parse(JSON.parse(JSON.stringify(aReport)))).toEqual(aReport);
  });

  it('leaves out rows in which nothing stands, and dimensions of another subject', () => {
    const form = formOf(aReport);
    form.set('framing.3.minute', ' ');
    form.set('design.rating', '4');
    const { report } = readReport(form, 'Frontend');
    expect(report).toEqual(aReport);
  });

  it.each([
    ['turnedAt', '91', /from 0 to 90/],
    ['turnedAt', '-1', /from 0 to 90/],
    ['code.0.minute', 'ten', /from 0 to 90/],
    ['note.0.line', '0', /from 1 to 60/],
    ['line', 'x'.repeat(MOST.line + 1), /more than 60 characters/],
    ['why', 'x'.repeat(MOST.why + 1), /more than 600 characters/],
    ['step.1.resource', 'javascript:alert(1)', /https:\/\//],
    ['step.1.resource', 'not an address', /https:\/\//],
    ['code', 'x\n'.repeat(61), /60 lines/],
  ])('says at %s what is wrong with “%s”', (field, value, words) => {
    const form = formOf(aReport);
    form.set(field, value);
    const { problems } = readReport(form, 'Frontend');
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]).toMatch(words);
  });

  it('takes nothing for a rating that is not one of four', () => {
    const form = formOf(aReport);
    form.set('verdict', '5');
    form.set('code.rating', 'yes');
    const { report } = readReport(form, 'Frontend');
    expect(report.verdict).toBeNull();
    expect(report.dimensions.find(({ key }) => key === 'code')?.rating).toBeNull();
  });

  it('survives a form of nonsense', () => {
    const form = new FormData();
    form.set('code', new File(['x'], 'x.txt'));
    form.set('why', '\0\u202Ehello');
    expect(readReport(form, null).report.why).toBe('hello');
  });
});
