/**
 * Asks once for everybody who wants to know the same while the answer is on its way. Nothing is kept: who
 * comes after the answer asks anew.
 */
export function together<T>(ask: (about: string) => Promise<T>): (about: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (about) => {
    const underWay = asked.get(about);
    if (underWay) return underWay;
    const answer = ask(about).finally(() => asked.delete(about));
    asked.set(about, answer);
    return answer;
  };
}

/**
 * Does in one go what many want done at the same time: what comes while one go is under way waits for the
 * next. Each is answered when the go that theirs is in has ended, as that one ended.
 */
export function inOneGo<T>(act: (all: T[]) => Promise<void>): (one: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: { all: T[]; done: Promise<void> } | null = null;
  return (one) => {
    if (next) {
      next.all.push(one);
      return next.done;
    }
    const all = [one];
    const done = last.then(() => {
      next = null;
      return act(all);
    });
    next = { all, done };
    last = done.catch(() => {});
    return done;
  };
}
