import type { ReactNode } from 'react';
import { Submit } from './Submit.tsx';
import css from './sendBar.module.css';

/** What is filled in so far, and the one button of the page, at the bottom of the window while there is room for it. */
export const SendBar = ({ isSending, send, children }: { isSending: boolean; send: string; children: ReactNode }) => (
  <div className={css.bar}>
    <p aria-live="polite">{children}</p>
    <Submit isMain isSending={isSending}>
      {send}
    </Submit>
  </div>
);
