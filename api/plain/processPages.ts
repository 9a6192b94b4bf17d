import { Router } from 'express';
import { mapOf } from '../../domain/processMap.ts';
import { places } from '../../domain/words/places.ts';
import { definitions } from '../../workflows/definitions.ts';
import type { Api } from '../deps.ts';
import { type Responsibility, responsibilities } from '../responsibilities.ts';
import { readerFrom, signedInFrame } from './signedIn.ts';
import { processesPage } from './views/processesPage.tsx';
import { responsibilitiesPage } from './views/responsibilitiesPage.tsx';

/** How the processes act on one another, and who has to do what in them: for everybody who is signed in (4.4, 5.3). */
export function processPages(api: Api): Router {
  const router = Router({ caseSensitive: true });
  router.get(places.processes, async (request, response) => {
    const caller = await readerFrom(api, request);
    const frame = await signedInFrame(api, request, caller);
    response.send(processesPage({ ...frame, map: mapOf(definitions), lines: await responsibilities(api) }));
  });
  router.get(places.responsibilities, async (request, response) => {
    const caller = await readerFrom(api, request);
    const frame = await signedInFrame(api, request, caller);
    response.send(responsibilitiesPage({ ...frame, people: byPerson(await responsibilities(api)) }));
  });
  return router;
}

const peopleIn = ({ responsible, confirms, accountable }: Responsibility) =>
  [responsible, confirms, accountable].flatMap((part) => part?.people ?? []);

function byPerson(lines: readonly Responsibility[]) {
  const names = new Map(lines.flatMap(peopleIn).map(({ id, name }) => [id, name]));
  return [...names]
    .map(([id, name]) => ({ id, name, lines: lines.filter((line) => peopleIn(line).some((one) => one.id === id)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
