import { type ReactNode, useEffect, useRef } from 'react';
import css from './notice.module.css';

/** What has just been recorded, or why something was not: it takes the focus, so that nobody has to look for it. */
export function Notice({ kind, children }: { kind: 'good' | 'bad'; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={`${css.notice} ${css[kind]}`} role={kind === 'good' ? 'status' : 'alert'} tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}
