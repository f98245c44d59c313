import { Time, zoneLabel } from '../../../ui/time.tsx';

/** When an interviewer is free next, in words: for somebody whose time is gone. */
export function FreshTimes({ name, starts, zone }: { name: string; starts: readonly Date[]; zone: string }) {
  const [first] = starts;
  if (!first) return null;
  return (
    <div class="fresh-times">
      <p>{name} is free next, as far as we know:</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
      <ul role="list">
        {starts.map((at) => (
          <li key={at.getTime()}>
            <Time at={at} zone={zone} />
          </li>
        ))}
      </ul>
      <p class="soft">{zoneLabel(zone, first)}</p>
    </div>
  );
}
