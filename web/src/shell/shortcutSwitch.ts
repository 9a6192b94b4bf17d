const key = 'fourstroke.shortcuts';

/** Whether keys of one character do something, as this browser remembers it (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

/** A browser that keeps nothing forgets it with the page. */
export function turnShortcuts(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {}
}
