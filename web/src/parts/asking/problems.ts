import { createContext } from 'react';

/** What the API says is wrong, by the place in what was sent. */
export const Problems = createContext<ReadonlyMap<string, string>>(new Map());
