import { type ReactNode, useId } from 'react';

type Props = { title: ReactNode; aside?: ReactNode; hidden?: boolean; className?: string; children: ReactNode };

/** One subject with its heading; `hidden` keeps the heading for those who do not see the picture. */
export function Card({ title, aside, hidden = false, className = '', children }: Props) {
  const id = useId();
  const heading = (
    <h2 id={id} className={hidden ? 'hidden' : undefined}>
      {title}
    </h2>
  );
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      {hidden ? (
        heading
      ) : (
        <header>
          {heading}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
