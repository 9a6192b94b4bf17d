import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Shapes differ in outline, so that they survive print, grey and colour blindness. */
const shapes = {
  brand: (
    <g fill="none" stroke="currentColor" strokeWidth="4.6">
      <path d="M13.3 3.1A9 9 0 0 1 20.9 10.7" />
      <path d="M20.9 13.3A9 9 0 0 1 13.3 20.9" opacity=".78" />
      <path d="M10.7 20.9A9 9 0 0 1 3.1 13.3" opacity=".56" />
      <path d="M3.1 10.7A9 9 0 0 1 10.7 3.1" opacity=".34" />
    </g>
  ),
  onTime: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="8" cy="8" r="2.4" fill="currentColor" />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 2v12A6 6 0 0 0 8 2z" fill="currentColor" />
    </>
  ),
  late: (
    <>
      <path d="M8 1.2 15.2 14H.8z" fill="currentColor" strokeLinejoin="round" stroke="currentColor" strokeWidth="1" />
      <path className="cut" d="M8 5.6v4.2M8 11.7v.4" fill="none" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  escalated: (
    <path
      d="m2.8 8 5.2-4.800L13.2 8M2.8 13.200l5.2-4.800 5.2 4.800"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path className="cut" d="m4.8 8.3 2.2 2.2 4.2-4.8" fill="none" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  superseded: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  organizational: (
    <>
      <path d="M4 1.800h5.500L12.5 5v9.200H4z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M6 7.500h4.500M6 10.500h4.5" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  technological: (
    <>
      <rect x="4" y="4" width="8" height="8" rx="1.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path
        d="M6.5 1.500V4M9.5 1.500V4M6.5 12v2.500M9.5 12v2.500M1.5 6.500H4M1.5 9.500H4M12 6.500h2.500M12 9.500h2.5"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </>
  ),
  legal: (
    <>
      <path
        d="M2 13.800c2-1.5 3-5 4.300-8C7 4 8.500 4.200 8.300 6c-.2 2-1.600 4.500-.6 5.500s2-2 2.800-2 .8 1.800 3.500 1.300"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <path d="M9.5 13.800H14" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  people: (
    <>
      <circle cx="8" cy="5" r="2.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path
        d="M2.8 14c.4-3 2.4-4.600 5.200-4.600s4.800 1.600 5.200 4.600"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
  physical: (
    <>
      <path
        d="M3.5 14V2.500h9V14M1.5 14h13"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx="10" cy="8.5" r="1" fill="currentColor" />
    </>
  ),
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

/** All shapes once in the page; an icon refers to its own. */
export const Shapes = () => (
  <svg width="0" height="0" className="hidden" aria-hidden="true" focusable="false">
    {Object.entries(shapes).map(([name, shape]) => (
      <symbol key={name} id={`i-${name}`} viewBox={name === 'brand' ? '0 0 24 24' : '0 0 16 16'}>
        {shape}
      </symbol>
    ))}
  </svg>
);

/** An icon never stands alone: the word beside it says the same. */
export const Icon = ({ name, className = 'icon' }: { name: IconName; className?: string }) => (
  <svg className={className} aria-hidden="true" focusable="false">
    <use href={`#i-${name}`} />
  </svg>
);

const mark = (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" color="#0b6463" aria-hidden="true">
    {shapes.brand}
  </svg>
);

/** The mark in the browser's tab, within the page, so that no other address is asked for. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(renderToStaticMarkup(mark))}`;
