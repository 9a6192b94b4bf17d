import { notFound } from '@tanstack/react-router';
import { Problem } from './client.ts';

/** What is not there, or is not for this reader, is a page that says so, and no failure. */
export const found = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((failure: unknown) => {
    throw failure instanceof Problem && failure.status === 404 ? notFound() : failure;
  });
