/** Money as pages show it: `$150`, and cents only where there are some: `$150.50`. */
export function formatPrice({ cents, currency }: { cents: number; currency: string }): string {
  const { digits, full, whole } = formatsOf(currency.toUpperCase());
  const amount = cents / 10 ** digits;
  return Number.isInteger(amount) ? whole.format(amount) : full.format(amount);
}

interface Formats {
  digits: number;
  full: Intl.NumberFormat;
  whole: Intl.NumberFormat;
}

/** Making a format takes a hundred times what using it does, and a list has hundreds of prices. */
const formats = new Map<string, Formats>();

function formatsOf(currency: string): Formats {
  const known = formats.get(currency);
  if (known) return known;
  const style = { style: 'currency', currency } as const;
  const full = new Intl.NumberFormat('en-US', style);
  const whole = new Intl.NumberFormat('en-US', { ...style, maximumFractionDigits: 0 });
  const made = { digits: full.resolvedOptions().maximumFractionDigits ?? 2, full, whole };
  formats.set(currency, made);
  return made;
}

/** Money to the cent it costs: `$150.00`. For receipts, refunds and what a press of a key does. */
export function formatCents({ cents, currency }: { cents: number; currency: string }): string {
  const { digits, full } = formatsOf(currency.toUpperCase());
  return full.format(cents / 10 ** digits);
}

/** Integer smallest units and a currency, as a reading. */
export function Price({ cents, currency }: { cents: number; currency: string }) {
  return <span class="nowrap">{formatPrice({ cents, currency })}</span>;
}
