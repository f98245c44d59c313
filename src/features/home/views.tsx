import { Fragment } from 'preact';
import { ButtonLink } from '../../ui/button.tsx';
import type { SocialImage } from '../../ui/document.tsx';
import { interviewService } from '../../ui/json-ld.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { LoopMark } from '../../ui/mark.tsx';
import { formatPrice, Price } from '../../ui/price.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { LastCall } from './closer-view.tsx';
import type { HomeFacts } from './domain.ts';
import { Guarantee } from './guarantee-view.tsx';
import { HowItWorks } from './how-view.tsx';
import { People } from './people-view.tsx';
import { Questions } from './questions-view.tsx';
import { SampleReport } from './report-view.tsx';
import { Strip } from './strip-view.tsx';
import { Testimonials } from './testimonials-view.tsx';
import { WhyUs } from './why-view.tsx';

/** What we sell, for whom, for how much, and who would sit across from you. */
export function HomePage({ shell, facts, image }: { shell: Shell; facts: HomeFacts; image: SocialImage }) {
  const from = facts.from ? ` From ${formatPrice(facts.from)}.` : '';
  return (
    <SiteLayout
      shell={shell}
      area="home"
      title="Practice the loop before it counts"
      description={`Book a working engineer for a one-hour technical practice interview and thirty minutes of feedback.${from} All of it back if it was not worth it.`}
      jsonLd={[interviewService(shell.publicUrl, facts.from)]}
      image={image}
    >
      <main id="main">
        <Hero facts={facts} />
        <Companies names={facts.companies} />
        <HowItWorks />
        <WhyUs />
        <People people={facts.people} zone={facts.zone} />
        <SampleReport />
        <Testimonials testimonials={facts.testimonials} />
        <Guarantee price={facts.from} terms={shell.terms} />
        <Questions contact={shell.contact} terms={shell.terms} />
        <LastCall open={facts.open} zone={facts.zone} />
      </main>
    </SiteLayout>
  );
}

function Hero({ facts }: { facts: HomeFacts }) {
  return (
    <section class="hero">
      <div class="frame">
        <div class="split">
          <div class="hero__say">
            <p class="hero__def">
              <LoopMark />
              <span>
                <dfn>loop</dfn> <i>noun</i> The run of interviews a company puts you through before it says
                yes or no. Also HTTP 508.
              </span>
            </p>
            <h1 class="hero__title">
              <span>Practice</span> <span>the loop</span>
              <br /> <span>before</span> <span>it counts.</span>
            </h1>
          </div>
          <div class="offer">
            <p class="lede">
              Book a working engineer for a <span class="nowrap">one-hour</span> technical interview, run the
              way companies run them. Then thirty minutes on what you did and what to change.
            </p>
            <ButtonLink href={urls.interviewers()} variant="primary" wide icon="arrow">
              Find an interviewer
            </ButtonLink>
            <dl class="facts">
              {facts.from && (
                <div>
                  <dt>per interview, feedback included</dt>
                  <dd>
                    From <Price {...facts.from} />
                  </dd>
                </div>
              )}
              <div>
                <dt>back if it was not worth it</dt>
                <dd>100%</dd>
              </div>
            </dl>
          </div>
        </div>
        <Strip />
      </div>
    </section>
  );
}

function Companies({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="wordmarks" aria-labelledby="worked-at">
      <div class="frame">
        <h2 class="wordmarks__label" id="worked-at">
          Our interviewers have worked at
        </h2>
        <ul class="wordmarks__list">
          {names.map((name) => (
            <Fragment key={name}>
              <li>{name}</li>{' '}
            </Fragment>
          ))}
        </ul>
      </div>
    </section>
  );
}
