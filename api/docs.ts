import { createRequire } from 'node:module';
import { Router } from 'express';
import type { Endpoint } from './endpoint.ts';
import { docsHeaders } from './headers.ts';
import { openApiOf } from './openapi.ts';
import { favicon } from './plain/views/icons.tsx';

const assets = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;
const fileOf = (name: string): string => createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`);

const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Fourstroke API</title><link rel="icon" href="${favicon}"><link rel="stylesheet" href="docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="docs/swagger-ui-bundle.js"></script><script src="docs/start.js"></script></body>
</html>
`;

// No validator: the document stays on our own host.
const start = `SwaggerUIBundle({ url: 'v1/openapi.json', dom_id: '#api', validatorUrl: null, deepLinking: true });\n`;

/** The OpenAPI document and a page to read it, from our own origin. */
export function docs(endpoints: readonly Endpoint[], publicUrl: string): Router {
  const router = Router();
  const document = JSON.stringify(openApiOf(endpoints, publicUrl));
  router.get('/api/v1/openapi.json', (_request, response) => response.type('application/json').send(document));
  router.use('/api/docs', docsHeaders);
  router.get('/api/docs', (_request, response) => response.type('text/html').send(html));
  router.get('/api/docs/start.js', (_request, response) => response.type('text/javascript').send(start));
  for (const [name, type] of Object.entries(assets))
    router.get(`/api/docs/${name}`, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=86400').type(type);
      response.sendFile(fileOf(name), { cacheControl: false });
    });
  return router;
}
