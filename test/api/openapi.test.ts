import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '../../api/endpoints/index.ts';
import { type Product, startApi } from './http.ts';

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown>; security: unknown[] }>>;
  components: { schemas: Record<string, object> };
};

let product: Product;
let document: Document;
beforeAll(async () => {
  product = await startApi();
  document = (await product.asNobody('GET', '/api/v1/openapi.json')).body as Document;
});
afterAll(() => product.stop());

describe('The API documents itself', () => {
  it('When the document is read, it is OpenAPI 3.1 and has every route', () => {
    expect(document.openapi).toBe('3.1.0');
    const routes = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(routes.sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('When a route takes or gives a file, the document says of which kinds', () => {
    const kinds = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'];
    const post = document.paths['/api/v1/registers/{name}/import']?.post as unknown as { requestBody: { content: object } };
    const get = document.paths['/api/v1/registers/{name}/export']?.get as unknown as { responses: { 200: { content: object } } };
    expect([Object.keys(post.requestBody.content).sort(), Object.keys(get.responses[200].content).sort()]).toEqual([kinds, kinds]);
  });

  it('When a reference is followed, it leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
  });

  it('When a route needs a caller, it says how one signs in; what can be asked by anybody says so', () => {
    for (const { method, path, allow } of endpoints)
      expect(document.paths[path]?.[method]?.security.length).toBe(allow === 'anyone' ? 0 : 2);
  });

  it('When the page is opened, all of it comes from our own origin under a strict policy', async () => {
    const page = await product.asNobody('GET', '/api/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.every((source) => !source.includes('//'))).toBe(true);
    for (const source of sources.filter((one) => !one.startsWith('data:')))
      expect((await product.asNobody('GET', `/api/${source}`)).status).toBe(200);
  });
});
