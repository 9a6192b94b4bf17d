let isOver = false;
const watching = new Set<() => void>();

/** Whether the sign-in has ended while a page was open, for those who watch it. */
export const signInOver = {
  is: (): boolean => isOver,
  watch(told: () => void): () => void {
    watching.add(told);
    return () => watching.delete(told);
  },
  set(is: boolean): void {
    if (is === isOver) return;
    isOver = is;
    for (const told of watching) told();
  },
};
