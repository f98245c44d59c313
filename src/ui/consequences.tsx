/** What happens to whom, printed above the key that makes it happen. */
export function Consequences({ items }: { items: readonly { who: string; what: string }[] }) {
  return (
    <dl class="consequences">
      {items.map(({ who, what }) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
