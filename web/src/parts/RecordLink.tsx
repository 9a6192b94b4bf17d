import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Searched } from '../../../domain/records/search.ts';

/** Pages that work without script, for kinds of records that have one. */
const withoutScript: Partial<Record<Searched, (id: string) => string>> = {
  runs: (id) => `/runs/${encodeURIComponent(id)}`,
  tasks: (id) => `/tasks/${id.split('/').map(encodeURIComponent).join('/')}`,
};

/** Where a record is shown: by the cockpit, if it has a page for its kind, else by a page without script; nowhere else. */
export function usePlaceOf(): (kind: Searched, id: string) => { inCockpit: boolean; path: string } | undefined {
  const { routesByPath } = useRouter();
  const hasPage = (kind: Searched) => Object.keys(routesByPath).some((path) => new RegExp(`^/${kind}/\\$\\w+$`).test(path));
  return (kind, id) => {
    if (hasPage(kind)) return { inCockpit: true, path: `/${kind}/${encodeURIComponent(id)}` };
    const elsewhere = withoutScript[kind]?.(id);
    return elsewhere === undefined ? undefined : { inCockpit: false, path: elsewhere };
  };
}

/** The name of a record, leading to it where it can be seen. */
export function RecordLink({ kind, id, className, children }: { kind: Searched; id: string; className?: string; children: ReactNode }) {
  const place = usePlaceOf()(kind, id);
  if (place === undefined) return <span className={className}>{children}</span>;
  return place.inCockpit ? (
    <Link to={place.path} className={className}>
      {children}
    </Link>
  ) : (
    <a href={place.path} className={className}>
      {children}
    </a>
  );
}
