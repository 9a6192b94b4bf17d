import { z } from 'zod';
import { Settings } from '../../domain/records/settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { changeRecord } from '../../models/registers.ts';
import { endpoint } from '../endpoint.ts';
import { invalid } from '../mount.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { actorOf } from '../policy.ts';
import { settingsProblems } from '../registerRules.ts';

const inTurn = oneAtATime();
const { updatedAt: _updatedAt, id: _id, ...fields } = Settings.shape;
const NewSettings = z.strictObject(fields).meta({ id: 'NewSettings', description: 'All settings, with the version that was read.' });

export const settings = [
  endpoint({
    method: 'get',
    path: '/api/v1/settings',
    tag: 'settings',
    summary: 'Settings of the organization: sites, working days, ladders, mail.',
    allow: 'signedIn',
    output: Settings,
    handle: async ({ api: { store } }) => settingsNow(store),
  }),
  endpoint({
    method: 'put',
    path: '/api/v1/settings',
    tag: 'settings',
    summary: 'New settings; runs that were planned by the old ones keep what they promised.',
    allow: 'manage',
    body: NewSettings,
    output: Settings,
    also: { 409: 'The version is not the current one.', 422: 'Paths say what is wrong.' },
    handle: async ({ api: { store, clock }, caller, body: { version, ...set } }) =>
      inTurn(async () => {
        const now = await settingsNow(store);
        if (now.version !== version)
          throw new Refusal(
            409,
            'stale',
            `Somebody has changed the settings since you read them (version ${version}, now ${now.version}).`,
          );
        const wrong = await settingsProblems(store, { id: 'settings', ...set });
        if (wrong.length > 0) throw invalid(422, wrong);
        return changeRecord(store, {
          register: 'settings',
          id: 'settings',
          version,
          set,
          at: clock.now(),
          actor: actorOf(caller),
          event: 'changed',
        });
      }),
  }),
];
