import { ErrorPage, NotFoundPage } from '../../src/ui/error-pages.tsx';
import { PanelHeader } from '../../src/ui/panel-header.tsx';
import { BareFooter, SiteFooter } from '../../src/ui/site-footer.tsx';
import { BareHeader, SiteHeader } from '../../src/ui/site-header.tsx';
import { Steps } from '../../src/ui/steps.tsx';
import { LONG } from './samples.ts';
import type { Specimen } from './specimen.tsx';

const notes = {
  time: 'Thu Nov 19, 15:00',
  details: 'Who you are, what to ask',
  payment: '$150, held and then charged',
};

/** What stands around a page, and the pages that stand in for one. */
export const frames: Specimen[] = [
  {
    name: 'Header',
    wide: true,
    states: () => ({
      'somewhere else': <SiteHeader path="/terms" />,
      'on one of its pages': <SiteHeader path="/interviewers" />,
      'while booking': <BareHeader leave={{ href: '#header', label: 'Leave booking' }} />,
      'nothing to leave': <BareHeader />,
    }),
  },
  {
    name: 'Panel header',
    wide: true,
    states: ({ portraitId }) => ({
      'nobody signed in': <PanelHeader path="/admin" desk="interviewer" person={null} />,
      interviewer: (
        <PanelHeader path="/admin/profile" desk="interviewer" person={{ name: 'Ada Byron', portraitId }} />
      ),
      'operator, long name': <PanelHeader path="/operator" desk="operator" person={{ name: LONG }} />,
    }),
  },
  {
    name: 'Steps',
    states: () => ({
      time: <Steps now="time" notes={notes} />,
      details: <Steps now="details" notes={notes} />,
      payment: <Steps now="payment" notes={notes} />,
      done: <Steps now="done" notes={notes} />,
    }),
  },
  {
    name: 'Footer',
    wide: true,
    states: ({ shell }) => ({
      'sample data': <SiteFooter shell={shell} sheet="Interviewers" />,
      'real data, long sheet': <SiteFooter shell={{ ...shell, sampleData: false }} sheet={LONG} />,
      'at work, sample data': <BareFooter shell={shell} />,
      'at work': <BareFooter shell={{ ...shell, sampleData: false }} />,
    }),
  },
  {
    name: 'Error pages',
    wide: true,
    states: ({ shell }) => ({
      'no such page': <NotFoundPage shell={shell} />,
      'with what to quote': (
        <ErrorPage
          shell={shell}
          status={500}
          title="Something broke on our side."
          message="Nothing you did. Try again in a minute: what you had already sent is kept."
          reference="0190b5a4-0000-7000"
        />
      ),
      'with another way on': (
        <ErrorPage
          shell={shell}
          status={429}
          title="Too fast for us."
          message="Wait 45 seconds, then try again. We did nothing with this request."
          way={{ href: '#error-pages', label: 'Try again' }}
        />
      ),
    }),
  },
];
