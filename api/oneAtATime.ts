/** Runs pieces of work one after the other, each with its own result. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  };
}

/** The same for each key on its own; a key that nobody waits for costs nothing. Each piece is told whether it had to wait for another. */
export function oneAtATimeBy(): <T>(key: string, work: (waited: boolean) => Promise<T>) => Promise<T> {
  const queues = new Map<string, { run: ReturnType<typeof oneAtATime>; waiting: number }>();
  return async (key, work) => {
    const queue = queues.get(key) ?? { run: oneAtATime(), waiting: 0 };
    queues.set(key, queue);
    const waited = queue.waiting > 0;
    queue.waiting += 1;
    try {
      return await queue.run(() => work(waited));
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(key);
    }
  };
}
