/**
 * Asks once for everybody who wants to know the same while the answer is on its way. Nothing is kept: who
 * comes after the answer asks anew.
 *
 * @param keyOf what has to be the same for the answer to be
 */
export function together<A, T>(
  ask: (about: A) => Promise<T>,
  keyOf: (about: A) => string = String,
): (about: A) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (about) => {
    const key = keyOf(about);
    const underWay = asked.get(key);
    if (underWay) return underWay;
    const answer = ask(about).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}

/**
 * Does in one go what many want done at the same time: what comes while one go is under way waits for the
 * next. Each is answered when the go that theirs is in has ended, as that one ended.
 */
export function inOneGo<T, R>(act: (all: T[]) => Promise<R>): (one: T) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  let next: { all: T[]; done: Promise<R> } | null = null;
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
