import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'For programs.' }),
    detail: z.string().meta({ description: 'A sentence for people.' }),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' });

const Binary = z.string().meta({ format: 'binary' });

const problem = (description: string): ResponseConfig => ({ description, content: { 'application/problem+json': { schema: Problem } } });
const json = (schema: z.ZodType, description: string): ResponseConfig => ({ description, content: { 'application/json': { schema } } });

const answer = (schema: z.ZodType, text: string | undefined): ResponseConfig =>
  text === undefined ? json(schema, 'Done.') : { description: 'Done.', content: { [text.split(';')[0] ?? text]: { schema } } };
const fileOf = (types: readonly string[]): NonNullable<ResponseConfig['content']> =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', ...(!type.startsWith('text/') && { format: 'binary' }) } }]));

const always: Record<number, string> = {
  401: 'Not signed in, and no valid token.',
  422: 'Paths say what is wrong.',
  503: 'Something is not reachable; the same request may be sent again after `Retry-After`.',
};

function responsesOf(one: Endpoint): RouteConfig['responses'] {
  const { status = 200, output, also = {}, allow, body, file } = one;
  const good = goodOf(one);
  const usual = Object.entries(always).filter(([code]) =>
    code === '422' ? body !== undefined || file !== undefined : code !== '401' || allow !== 'anyone',
  );
  const forbidden = allow === 'manage' || allow === 'audit' ? [['403', 'Your roles do not allow this.']] : [];
  const missing = one.params === undefined ? [] : [['404', 'There is nothing here, or nothing that you may see.']];
  const bad = Object.fromEntries(
    [...usual, ...forbidden, ...missing, ...Object.entries(also)].map(([code, text]) => [
      code,
      Number(code) < 400 && output ? json(output, String(text)) : problem(String(text)),
    ]),
  );
  return { ...bad, [status]: good };
}

function goodOf({ status, output, download, text }: Endpoint): ResponseConfig {
  if (download !== undefined) return { description: download.description, content: fileOf(download.types) };
  return output === undefined || status === 204 ? { description: 'Done.' } : answer(output, text);
}

const idempotencyKey = z.strictObject({
  'Idempotency-Key': z.string().max(200).optional().meta({ description: 'The same key again gives the first answer.' }),
});

function requestOf({ params, query, body, file, files, method, idempotent }: Endpoint): NonNullable<RouteConfig['request']> {
  return {
    ...(params !== undefined && { params: params as z.ZodObject }),
    ...(query !== undefined && { query: query as z.ZodObject }),
    ...(method === 'post' && idempotent !== false && { headers: idempotencyKey }),
    ...(files !== undefined && {
      body: { required: true, description: files.description, content: { 'multipart/form-data': { schema: z.object({ file: Binary }) } } },
    }),
    ...(body !== undefined && files === undefined && { body: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(file !== undefined && {
      body: { required: true, description: file.description, content: fileOf(file.types) },
    }),
  };
}

/** The OpenAPI 3.1 document of a list of endpoints. */
export function openApiOf(endpoints: readonly Endpoint[], publicUrl: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'sid' });
  for (const one of endpoints)
    registry.registerPath({
      ...{ method: one.method, path: one.path, summary: one.summary, tags: [one.tag] },
      ...{ request: requestOf(one), responses: responsesOf(one) },
      security: one.allow === 'anyone' ? [] : [{ token: [] }, { session: [] }],
    });
  return new OpenApiGeneratorV31(registry.definitions, { sortComponents: 'alphabetically' }).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Fourstroke',
      version: '1',
      description: 'The Plan-Do-Check-Act cycle of an ISO/IEC 27001 ISMS. Ids of tasks contain slashes: percent-encode them in a path.',
    },
    servers: [{ url: publicUrl }],
  });
}
