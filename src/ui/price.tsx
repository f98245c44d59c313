/** Money as pages show it: `$150`, and cents only where there are some: `$150.50`. */
export function formatPrice({ cents, currency }: { cents: number; currency: string }): string {
  const code = currency.toUpperCase();
  const full = new Intl.NumberFormat('en-US', { style: 'currency', currency: code });
  const digits = full.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = cents / 10 ** digits;
  if (!Number.isInteger(amount)) return full.format(amount);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: code,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(amount);
}

/** Integer smallest units and a currency, as a reading. */
export function Price({ cents, currency }: { cents: number; currency: string }) {
  return <span class="nowrap">{formatPrice({ cents, currency })}</span>;
}
