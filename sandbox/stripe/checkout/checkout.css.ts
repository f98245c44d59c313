/** The hosted page's own rules, over the shell's. Order beside card on a wide screen. */
export const checkoutCss = `
.pay { display: grid; gap: 1.5rem; max-width: 60rem; margin-inline: auto; }
.pay__title { margin: 0; color: var(--quiet); font-size: 1rem; font-weight: 550; }
.pay__total { margin: 0 0 0.5rem; font-size: 2.25rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.pay__items { margin: 1.5rem 0 0; padding: 0; list-style: none; }
.pay__items li, .pay__sum { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.75rem; border-block-end: 1px solid var(--line); }
.pay__items li > :first-child { min-width: 0; overflow-wrap: anywhere; }
.pay__sum { border: 0; font-weight: 650; }
.pay__card > h2, .pay__cards > h2 { margin: 0 0 1rem; font-size: 1.125rem; }
.pay__card > .alert { margin-block-end: 1rem; }
.pay__card { padding: clamp(1.25rem, 4vw, 2rem); }
.pay__pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: start; }
.pay__field { display: grid; gap: 0.375rem; align-content: start; }
.pay__error { margin: 0; color: var(--bad-ink); font-size: 0.875rem; }
.pay__button { width: 100%; min-height: 3rem; margin-block-start: 0.5rem; }
.pay__cards { align-self: start; font-size: 0.875rem; }
.pay__cards > h2 { margin-block-end: 0.25rem; font-size: 0.9375rem; }
.pay__cards > p { margin-block-end: 0.5rem; }
.pay__cards dl { display: grid; gap: 0.25rem; margin: 0; }
.pay__cards dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
.pay__cards dd { margin: 0; }
.pay-bank { max-width: 32rem; margin-inline: auto; padding: clamp(1.25rem, 4vw, 2rem); }
.pay-bank h1 { margin: 0; }
@media (min-width: 52rem) {
  .pay { grid-template-columns: 1fr 26rem; grid-template-rows: auto 1fr; gap: 2rem 4rem; padding-block-start: 2rem; }
  .pay__card { grid-column: 2; grid-row: 1 / span 2; align-self: start; }
}
`;
