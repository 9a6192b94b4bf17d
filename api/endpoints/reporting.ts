import { Nonconformity } from '../../domain/records/nonconformity.ts';
import { endpoint } from '../endpoint.ts';
import { Report, reportNonconformity } from '../reporting.ts';

export const reporting = [
  endpoint({
    method: 'post',
    path: '/api/v1/registers/nonconformities',
    tag: 'registers',
    summary: 'Report a nonconformity. A run of correctiveAction asks for a decision on it.',
    allow: 'signedIn',
    body: Report,
    output: Nonconformity,
    status: 201,
    also: { 422: 'Paths say what is wrong.' },
    handle: ({ api, caller, body, key }) => reportNonconformity(api, caller, body, key),
  }),
];
