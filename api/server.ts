import express, { type ErrorRequestHandler, type Express } from 'express';
import { createOpenRun } from '../activities/openRun.ts';
import { createPost } from '../activities/post.ts';
import type { Language } from '../domain/records/common.ts';
import { notFound } from '../domain/refusal.ts';
import { note } from '../log.ts';
import { cockpit } from './cockpit.ts';
import { countedInTurn } from './dashboard/countedInTurn.ts';
import { dashboardOf } from './dashboard/dashboard.ts';
import type { Api, ApiDeps } from './deps.ts';
import { docs } from './docs.ts';
import { endpoints } from './endpoints/index.ts';
import { neverStored, pageHeaders } from './headers.ts';
import { createReadApart } from './import/apart.ts';
import { createLimits } from './limits.ts';
import { createMeters } from './meters.ts';
import { mount } from './mount.ts';
import { plainPages } from './plain/index.ts';
import { languageOf, problemOf, refusalOf, retryAfterOf } from './problem.ts';
import { requestId, requestLog } from './requestLog.ts';
import { requestMeter } from './requestMeter.ts';
import { sessions } from './session.ts';
import { createTaskCommands } from './taskCommands.ts';
import { within } from './temporal.ts';
import { watched } from './watched.ts';

/** The HTTP side of the product: endpoints under /api/v1, the plain pages, and one place where what is thrown becomes an answer. */
export function createApi(deps: ApiDeps): Express {
  const api = apiOf(deps);
  const limits = createLimits();
  const session = sessions(deps);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Behind a proxy of one's own; an address that anybody may claim counts for nothing.
  app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
  app.use(requestLog(deps.log), requestMeter(api.meters), pageHeaders(deps.config.publicUrl));
  app.use('/api', neverStored);
  app.use(docs(endpoints, deps.config.publicUrl));
  app.use('/api', session);
  app.use(mount(endpoints, api, limits));
  app.use('/api', (_request, _response, next) => next(notFound()));
  app.use(['/api', '/healthz', '/readyz', '/metrics'], problems(deps));
  if (deps.cockpit !== undefined) app.use(cockpit(api, deps.cockpit, session));
  app.use(plainPages(api, limits, session));
  app.use(problems(deps));
  return app;
}

const patienceMs = 10_000;

function apiOf(deps: ApiDeps): Api {
  const meters = deps.meters ?? createMeters();
  const openRun = createOpenRun(deps);
  const post = createPost(deps);
  const api: Api = {
    ...{ ...deps, meters, tasks: watched(createTaskCommands(deps), { meters, log: deps.log }) },
    readApart: createReadApart(deps.fileReader),
    openRun: async (request) => {
      const run = await within(deps.client, patienceMs, () => openRun(request));
      note({ run: run.id });
      return run;
    },
    post: {
      put: (letters) => within(deps.client, patienceMs, () => post.put(letters)),
      nudge: (people) => within(deps.client, patienceMs, () => post.nudge(people)),
    },
    dashboard: countedInTurn((language: Language) => dashboardOf(api, language)),
  };
  return api;
}

/** Every refusal and every fault of the API ends here; a fault is logged once and opaque outside. */
function problems({ log }: Pick<ApiDeps, 'log'>): ErrorRequestHandler {
  return (thrown: unknown, asked, response, _next) => {
    const refusal = refusalOf(thrown);
    const request = requestId(response);
    if (refusal === undefined) log.error({ err: thrown }, 'fault');
    else if (refusal.status >= 500) log.warn({ err: thrown }, 'cannot answer now');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const wait = refusal && retryAfterOf(refusal);
    if (wait !== undefined) response.set('Retry-After', String(wait));
    if (refusal?.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.status(refusal?.status ?? 500).type('application/problem+json');
    const language = languageOf(asked);
    const problem = refusal ? problemOf(refusal, language) : fault(request);
    // What has no sentence in the language that was asked for is said in English.
    response.set('Content-Language', refusal === undefined || problem.detail === refusal.message ? 'en' : language);
    response.send(JSON.stringify(problem));
  };
}

const fault = (request: string) => ({
  ...{ type: 'urn:fourstroke:problem:fault', title: 'Internal Server Error', status: 500, code: 'fault', errors: [] },
  detail: `Something is broken on our side. It is in the log under ${request}.`,
});
