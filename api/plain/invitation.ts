import { type Request, type Response, Router } from 'express';
import { places } from '../../domain/words/places.ts';
import type { Api } from '../deps.ts';
import { secretPath } from '../headers.ts';
import type { Limits } from '../limits.ts';
import { leastPassword, passwordProblem, setPassword } from '../passwords.ts';
import { csrfFits, csrfOf } from './csrf.ts';
import { frameOf } from './frame.ts';
import { type OpenedLink, openedLink, sendLinkProblem } from './linkPages.ts';
import { invitationPage } from './views/invitationPage.tsx';
import type { InvitationPage } from './views/types.ts';

async function show(
  api: Api,
  request: Request,
  response: Response,
  { link, person }: OpenedLink,
  status: number,
  problem?: InvitationPage['problem'],
) {
  response.status(status).send(
    invitationPage({
      ...(await frameOf(api, request, person)),
      ...{ person: { name: person.name }, email: person.email, minimum: leastPassword, problem },
      ...{ action: places.invitation(String(request.params.token)), csrf: csrfOf(request, response, api.config, link.id) },
    }),
  );
}

/** `/invite/{token}`: opening it changes nothing; setting the password uses it up. */
export function invitation(api: Api, limits: Limits): Router {
  // In any case: an address that a mail program has made over is as secret.
  const router = Router();
  router.use('/invite', secretPath);
  router.get('/invite/:token', ...limits.link, async (request, response) => {
    const opened = await openedLink(api, 'invitation', String(request.params.token));
    return opened === undefined ? sendLinkProblem(api, request, response) : show(api, request, response, opened, 200);
  });
  router.post('/invite/:token', ...limits.link, async (request, response) => {
    const opened = await openedLink(api, 'invitation', String(request.params.token));
    if (opened === undefined) return sendLinkProblem(api, request, response);
    const { password, again, csrf } = (request.body ?? {}) as Record<string, unknown>;
    if (!csrfFits(request, api.config, opened.link.id, csrf)) return show(api, request, response, opened, 403);
    const problem = password === again ? passwordProblem(String(password ?? ''), opened.person) : 'different';
    if (problem !== undefined) return show(api, request, response, opened, 422, problem);
    if (!(await setPassword(api.store, opened.link, String(password)))) return sendLinkProblem(api, request, response);
    response.redirect(303, `${places.signIn}?notice=passwordSet`);
  });
  return router;
}
