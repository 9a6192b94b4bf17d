import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';

type Choosing<T> = {
  /** What the list is called. */
  label: string;
  options: readonly T[];
  isOpen: boolean;
  choose(option: T): void;
  /** Escape: the list goes away, what is typed stays. */
  leave(): void;
};

/** A field with a list below it: arrow keys go through the list while the focus stays in the field (the combobox of WAI-ARIA). */
export function useChoosing<T>({ label, options, isOpen, choose, leave }: Choosing<T>) {
  const id = useId();
  const [at, setAt] = useState(-1);
  const isShown = isOpen && options.length > 0;
  const active = isShown ? Math.min(at, options.length - 1) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isShown) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(active === -1 && step === -1 ? options.length - 1 : (active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && option !== undefined) {
      event.preventDefault();
      setAt(-1);
      choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setAt(-1);
      leave();
    }
  };
  return {
    field: {
      ...({ role: 'combobox', autoComplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': isShown, onKeyDown } as const),
      'aria-controls': isShown ? `${id}-list` : undefined,
      'aria-activedescendant': active === -1 ? undefined : `${id}-${active}`,
    },
    isShown,
    list: { id: `${id}-list`, role: 'listbox', 'aria-label': label } as const,
    option: (n: number) => ({
      ...({ id: `${id}-${n}`, role: 'option', tabIndex: -1, 'aria-selected': n === active } as const),
      // The focus stays in the field, so that it does not take the list away before the click arrives.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onClick: () => {
        const option = options[n];
        setAt(-1);
        if (option !== undefined) choose(option);
      },
    }),
  };
}
