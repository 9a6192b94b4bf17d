import { useEffect } from 'react';

type Reading = { isAtEnd: boolean; length: number; onMore(): void };

/** Asks for more when the end of what has been read comes into sight: once for each length. */
export function useReadingOn({ isAtEnd, length, onMore }: Reading): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each length of the list
  useEffect(() => {
    if (isAtEnd) onMore();
  }, [isAtEnd, length]);
}
