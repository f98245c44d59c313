import { SampleNote } from '../../ui/notice.tsx';
import type { Testimonial } from './domain.ts';

/** What candidates said. No section without anyone who said something. */
export function Testimonials({ testimonials }: { testimonials: readonly Testimonial[] }) {
  const [lead, ...others] = testimonials;
  if (!lead) return null;
  const samples = testimonials.some(({ isSample }) => isSample);
  return (
    <section class="section" id="said" aria-labelledby="said-title">
      <div class="frame">
        <h2 class="sr-only" id="said-title">
          What candidates said
        </h2>
        <div class={others.length > 0 ? 'split split--ruled' : undefined}>
          <div class="quotes">
            <Quote {...lead} lead />
            {samples && <SampleNote>Sample testimonials. Nobody said these.</SampleNote>}
          </div>
          {others.length > 0 && (
            <div class="quotes">
              {others.map((testimonial) => (
                <Quote key={testimonial.quote} {...testimonial} />
              ))}
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function Quote({ quote, attribution, lead }: Testimonial & { lead?: boolean }) {
  return (
    <figure class={lead ? 'quote quote--lead' : 'quote'}>
      <blockquote>“{quote}”</blockquote>
      <figcaption>{attribution}</figcaption>
    </figure>
  );
}
