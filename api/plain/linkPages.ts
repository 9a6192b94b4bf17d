import { type Request, type Response, Router } from 'express';
import { toMs } from '../../domain/clock.ts';
import type { Link } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { places } from '../../domain/words/places.ts';
import { note } from '../../log.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { secretPath } from '../headers.ts';
import type { Limits } from '../limits.ts';
import { readerOf } from '../reading/reader.ts';
import { namedBy } from '../routes.ts';
import { csrfFits, csrfOf } from './csrf.ts';
import { frameOf, managerName } from './frame.ts';
import { postEvidence } from './postEvidence.ts';
import { postSheet } from './postSheet.ts';
import { namesOf } from './taskForms.ts';
import { formPage, openOf, type Sheet } from './taskPages.ts';
import { hasWords } from './typed.ts';
import { linkProblemPage } from './views/linkProblemPage.tsx';

export type OpenedLink = { link: Link; person: Person };

/** The link of a token, while it lasts and its person is here; unknown, expired and malformed ones are all the same. */
export async function openedLink({ store, clock }: Api, kind: Link['kind'], token: string): Promise<OpenedLink | undefined> {
  const link = await store.links.get(sha256(token));
  if (link?.kind !== kind || toMs(link.expiresAt) <= toMs(clock.now())) return undefined;
  const person = await store.people.get(link.person);
  return person?.status === 'active' ? { link, person } : undefined;
}

/** One page and one status for every link that opens nothing. */
export async function sendLinkProblem(api: Api, request: Request, response: Response): Promise<void> {
  const page = { ...(await frameOf(api, request)), signIn: places.signIn, ismsManager: await managerName(api) };
  response.status(404).send(linkProblemPage(page));
}

/**
 * The tasks of a link that are still asked of its person under the same assignment, or were answered under it; an owner's link goes on while somebody
 * else is asked in their stead.
 */
async function tasksOf({ store }: Api, { tasks, person }: Link): Promise<Task[]> {
  const assigned = new Map(tasks.map(({ task, assignment }) => [task, assignment]));
  const found = await store.tasks.find({ id: { $in: [...assigned.keys()] } });
  const isTheirs = ({ id, assignee, assignment, onBehalfOf }: Task) =>
    onBehalfOf === person || (assignee === person && assignment === assigned.get(id));
  return found.filter((task) => task.answer === 'link' && isTheirs(task));
}

/** By a link it is the address that was proven: no role comes with it. */
const byLinkOf = ({ link, person }: OpenedLink): By => ({ person: person.id, roles: [], via: 'link', link: link.id.slice(0, 16) });

async function sheetOf(api: Api, request: Request, response: Response, { link, person }: OpenedLink): Promise<Sheet> {
  note({ actor: person.id, ...(link.tasks.length === 1 && namedBy(link.tasks[0]?.task ?? '')) });
  const tasks = await tasksOf(api, link);
  const abouts = await api.store.tasks.find({ id: { $in: link.tasks.map(({ task }) => task) } });
  return {
    ...{ request, by: 'link', isPresent: false, as: byLinkOf({ link, person }), tasks, endsAt: link.expiresAt },
    reader: await readerOf(api, person),
    action: places.link(String(request.params.token)),
    csrf: csrfOf(request, response, api.config, link.id),
    // Of all tasks the link was made for: a name must not change while the page is open.
    names: namesOf(abouts),
  };
}

/** `/a/{token}`: GET and HEAD change nothing, because scanners of mail follow every link; POST answers. */
export function linkPages(api: Api, limits: Limits): Router {
  // In any case: an address that a mail program has made over is as secret.
  const router = Router();
  router.use('/a', secretPath);
  router.get('/a/:token', ...limits.link, async (request, response) => {
    const opened = await openedLink(api, 'tasks', String(request.params.token));
    const sheet = opened && (await sheetOf(api, request, response, opened));
    if (sheet === undefined || openOf(sheet.tasks).length === 0) return sendLinkProblem(api, request, response);
    response.send(await formPage(sheet));
  });
  router.post('/a/:token', ...limits.link, async (request, response) => {
    const opened = await openedLink(api, 'tasks', String(request.params.token));
    const sheet = opened && (await sheetOf(api, request, response, opened));
    const body = (request.body ?? {}) as Record<string, unknown>;
    if (opened === undefined || sheet === undefined) return sendLinkProblem(api, request, response);
    const { link } = opened;
    const fits = csrfFits(request, api.config, link.id, body.csrf);
    // Where nothing is open, only somebody who typed something has an answer to expect.
    if (openOf(sheet.tasks).length === 0 && !(fits && hasWords(body))) return sendLinkProblem(api, request, response);
    await postSheet(response, {
      ...{ sheet, body, csrfFits: fits },
      by: byLinkOf(opened),
      assignments: assignmentsOf(link),
      reload: () => sheetOf(api, request, response, opened),
    });
  });
  router.post('/a/:token/evidence', ...limits.link, async (request, response) => {
    const opened = await openedLink(api, 'tasks', String(request.params.token));
    const sheet = opened && (await sheetOf(api, request, response, opened));
    if (opened === undefined || sheet === undefined || openOf(sheet.tasks).length === 0) return sendLinkProblem(api, request, response);
    await postEvidence(request, response, {
      ...{ sheet, by: byLinkOf(opened), assignments: assignmentsOf(opened.link) },
      csrfFits: () => csrfFits(request, api.config, opened.link.id, (request.body as Record<string, unknown>).csrf),
      reload: () => sheetOf(api, request, response, opened),
    });
  });
  return router;
}

const assignmentsOf = ({ tasks }: Link): Map<string, number> => new Map(tasks.map(({ task, assignment }) => [task, assignment]));
