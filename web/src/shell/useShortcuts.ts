import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Place } from './places.ts';
import { searchFieldId } from './SearchField.tsx';

/** How long `g` waits for its letter. */
const patienceMs = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], dialog') !== null);

type Wanted = { isOn: boolean; places: readonly Place[]; onHelp(): void };

/** `/` searches, `g` and a letter go somewhere, `?` says so; none of them while somebody types. */
export function useShortcuts({ isOn, places, onHelp }: Wanted): void {
  const navigate = useNavigate();
  useEffect(() => {
    let goes: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(goes);
      goes = undefined;
    };
    const search = async () => {
      const field = document.getElementById(searchFieldId);
      if (field?.checkVisibility() === true) field.focus();
      else await navigate({ to: '/search' });
    };
    const go = async (letter: string) => {
      stop();
      const place = places.find((one) => one.letter === letter);
      if (place?.elsewhere) location.assign(place.to);
      else if (place !== undefined) await navigate({ to: place.to });
    };
    const onKey = async (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (goes !== undefined) await go(event.key);
      else if (event.key === 'g') goes = setTimeout(stop, patienceMs);
      else if (event.key === '?') onHelp();
      else if (event.key === '/') {
        // The character is no part of what is searched.
        event.preventDefault();
        await search();
      }
    };
    if (isOn) document.addEventListener('keydown', onKey);
    return () => {
      stop();
      document.removeEventListener('keydown', onKey);
    };
  }, [isOn, places, onHelp, navigate]);
}
