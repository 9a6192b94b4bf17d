import { useQuery } from '@tanstack/react-query';
import { nameOf } from '../data/names.ts';

/** What somebody is called. Until that is known, the place of it is kept. */
export function Name({ of }: { of: string }) {
  const { data } = useQuery(nameOf(of));
  return <>{data ?? '…'}</>;
}
