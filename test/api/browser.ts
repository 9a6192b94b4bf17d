import type { Answer, Product } from './http.ts';

/** A browser without script: keeps cookies, follows nothing by itself, posts the fields of a form. */
export type Browser = {
  get(path: string): Promise<Answer>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
};

export function openBrowser(product: Product): Browser {
  const jar = new Map<string, string>();
  const keep = (answer: Answer): Answer => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const cookies = () => ({ Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    get: async (path) => keep(await product.asNobody('GET', path, undefined, cookies())),
    async post(path, fields, headers = {}) {
      const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
      return keep(await product.asNobody('POST', path, new URLSearchParams(fields).toString(), { ...form, ...cookies(), ...headers }));
    },
  };
}

/** The value of a hidden field of a page. */
export const hidden = (page: Answer, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
