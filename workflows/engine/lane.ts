/**
 * One after the other, in the order in which they were asked for. Of two local activities under way at the same moment, what follows from them follows in
 * one order where each ends by itself, and in another one where both are found ended, as they are when the history is replayed.
 */
export class Lane {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined); // whoever asked for it hears of its failure
    return mine;
  }
}
