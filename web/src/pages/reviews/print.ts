import { useEffect } from 'react';

/** What is folded away on the screen is unfolded on paper. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    const folded = new Set<HTMLDetailsElement>();
    const unfold = () => {
      for (const details of document.querySelectorAll('details')) {
        if (!details.open) folded.add(details);
        details.open = true;
      }
    };
    const fold = () => {
      for (const details of folded) details.open = false;
      folded.clear();
    };
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
    return () => {
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', fold);
    };
  }, []);
}
