import { z } from 'zod';
import { evidenceLimits, evidenceTypes } from '../../domain/evidence.ts';
import { TaskDetail } from '../../domain/records/taskDetail.ts';
import { endpoint } from '../endpoint.ts';
import { addEvidence, evidenceOf, refuseMore } from '../evidence.ts';
import { invalid } from '../mount.ts';
import { byOf } from '../policy.ts';
import { detailOf, visible } from '../taskDetail.ts';

const id = z.string().max(300);
const { megabytes, files: most, perTask } = evidenceLimits;
const kinds = Object.keys(evidenceTypes).join(', ');

const Files = z.strictObject({
  files: z.array(z.strictObject({ sha256: z.string(), name: z.string(), size: z.int(), type: z.string() })),
});

export const evidence = [
  endpoint({
    method: 'post',
    path: '/api/v1/tasks/{id}/evidence',
    tag: 'tasks',
    summary: `Add files to a task that show something: ${kinds}.`,
    allow: 'signedIn',
    params: z.strictObject({ id }),
    files: {
      description: `Field \`file\`, up to ${most} times, each of at most ${megabytes} MB; ${perTask} files for one task.`,
      welcome: async ({ api, caller, params, repeated }) => {
        const task = await visible(api, caller, params.id);
        const file = { sha256: '', name: '', size: 0, type: '' };
        api.tasks.refuse({ task, by: byOf(caller), key: '', repeated }, { do: 'evidence', file });
        if (!repeated) refuseMore(task);
      },
    },
    body: Files,
    output: TaskDetail,
    also: {
      403: 'It is not for you to do.',
      409: 'The task is closed, or has as many files as it takes (`tooManyFiles`).',
      413: 'A file is too large, or there are too many at once.',
      415: 'It is no form.',
      422: 'A file is not of a kind that is taken, or not what its name says (`unsupportedFile`), or the virus scanner refuses it (`infected`).',
      507: 'There is no room for the file (`storageFull`); nothing was stored.',
    },
    handle: async ({ api, caller, params, body: { files }, key, repeated }) => {
      const task = await visible(api, caller, params.id);
      if (files.length === 0) throw invalid(422, [{ path: 'file', message: 'is missing' }]);
      return detailOf(api, caller, await addEvidence(api, { task, by: byOf(caller), key, repeated }, files));
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/tasks/{id}/evidence/{sha256}',
    tag: 'tasks',
    summary: 'A file of a task, to be saved.',
    allow: 'signedIn',
    params: z.strictObject({ id, sha256: z.string().max(64) }),
    download: { description: 'The file, as an attachment with the name that it came by.', types: ['application/octet-stream'] },
    also: { 409: 'It could not be scanned for viruses yet (`notScanned`).' },
    handle: async ({ api, caller, params }) => evidenceOf(api, await visible(api, caller, params.id), params.sha256),
  }),
];
