import { z } from 'zod';
import { mayReadMetrics } from '../../domain/metricsAccess.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { count } from '../meters.ts';
import { oneAtATime } from '../oneAtATime.ts';

const inTurn = oneAtATime();

export const metrics = endpoint({
  method: 'get',
  path: '/metrics',
  tag: 'health',
  summary: 'What is measured, for Prometheus. With METRICS_TOKEN as the bearer token; where none is set, from this machine only.',
  allow: 'anyone',
  admit: (request, { config: { metricsToken } }) => {
    if (mayReadMetrics(request, metricsToken)) return;
    throw metricsToken === undefined ? notFound() : new Refusal(401, 'unauthenticated', 'Send METRICS_TOKEN as the bearer token.');
  },
  text: 'text/plain; version=0.0.4; charset=utf-8',
  output: z.string(),
  handle: async ({ api }) => {
    await inTurn(() => count(api.meters, api));
    return api.meters.registry.metrics();
  },
});
