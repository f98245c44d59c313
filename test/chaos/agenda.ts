type Deed = () => Promise<unknown>;

/** What is to happen when, in minutes of the moved clock. Things of one minute happen at once. */
export interface Agenda {
  at(minute: number, deed: Deed): void;
  /** Takes out all that is due. */
  due(minute: number): Deed[];
  /** When the next is due. */
  next(): number | null;
}

/** `step`: minutes between two moments at least; what falls in between waits. */
export function createAgenda(step: number): Agenda {
  const days = new Map<number, Deed[]>();
  return {
    at(minute, deed) {
      const whole = Math.ceil(minute / step) * step;
      const list = days.get(whole);
      if (list) list.push(deed);
      else days.set(whole, [deed]);
    },
    due(minute) {
      const minutes = [...days.keys()].filter((key) => key <= minute).sort((a, b) => a - b);
      return minutes.flatMap((key) => {
        const deeds = days.get(key) ?? [];
        days.delete(key);
        return deeds;
      });
    },
    next: () => (days.size === 0 ? null : Math.min(...days.keys())),
  };
}

/** All of them, so many at a time. One that fails is told of and keeps nobody else. */
export async function allAtOnce(
  deeds: Deed[],
  most: number,
  failed: (error: unknown) => void,
): Promise<void> {
  const left = [...deeds];
  const hand = async () => {
    for (let deed = left.shift(); deed; deed = left.shift()) await deed().catch(failed);
  };
  await Promise.all(Array.from({ length: most }, hand));
}
