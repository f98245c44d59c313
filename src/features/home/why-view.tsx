const CLAIMS = [
  {
    claim: 'They still write software.',
    text: 'Contract engineering is the co-op’s main business. Interviewing is one thing your interviewer does. It is not the only thing.',
  },
  {
    claim: 'They set the price.',
    text: 'Every owner names one. No bundles, no tiers, no surge. The figure on the profile is what one interview costs, feedback included.',
  },
  {
    claim: 'They live all around the world.',
    text: 'So do the companies that interview you. Pick someone awake when you are: every open time is shown on your clock.',
  },
  {
    claim: 'They say the bad part.',
    text: 'Friends round up. You are paying for someone who does not.',
  },
];

const NOTS = [
  'A course.',
  'A leak of anyone’s question bank.',
  'A referral, or a way around one.',
  'A promise that you will get the job.',
  'A chatbot.',
];

/** Why a co-op of working engineers, and what it is not. */
export function WhyUs() {
  return (
    <section class="section" id="why" aria-labelledby="why-title">
      <div class="frame">
        <div class="split section-head">
          <h2 id="why-title">Practice with someone who owns the place.</h2>
          <p class="lede">
            508.dev is a co-op. The engineers who interview you are the people it belongs to.
          </p>
        </div>
        <div class="split split--ruled">
          <div class="claims">
            {CLAIMS.map(({ claim, text }) => (
              <div key={claim} class="claim">
                <h3>{claim}</h3>
                <p>{text}</p>
              </div>
            ))}
          </div>
          <div class="nots">
            <h3>What it is not</h3>
            {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
            <ul class="nots__list" role="list">
              {NOTS.map((not) => (
                <li key={not}>{not}</li>
              ))}
            </ul>
          </div>
        </div>
      </div>
    </section>
  );
}
