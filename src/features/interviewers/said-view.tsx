import { type Standing, WORTH_WORDS } from '../review/domain.ts';

/** What candidates said of an interviewer, in their words; the average only where it means something. */
export function Said({ standing: { reviews, count, average } }: { standing: Standing }) {
  return (
    <div class="said">
      {average !== null && (
        <p class="said__average">
          <b>{average.toFixed(1)}</b> of 4, “Was it worth it?”, from {count} candidates
        </p>
      )}
      <ul class="said__list">
        {reviews.map(({ rating, words, attribution }) => (
          <li key={`${attribution} ${words}`}>
            <blockquote>
              <bdi>“{words}”</bdi>
            </blockquote>
            <p class="small soft">
              <bdi>{attribution}</bdi>. Worth it? {WORTH_WORDS[rating]}.
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
