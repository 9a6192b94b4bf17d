/** A browser without script: keeps cookies, follows redirects, and sends a form with the hidden fields and presets of the page it is on. */
export type Visitor = {
  /** The page as text, after a GET. */
  visit(url: string): Promise<Page>;
  /** Sends the page's first form that has this field, with what the person filled in. */
  send(page: Page, fields: Record<string, string>): Promise<Page>;
  /** Sends the page's first form that does this, such as `extend`, with what the person filled in. */
  command(page: Page, action: string, fields: Record<string, string>): Promise<Page>;
  /** Any request with the cookies of this browser; follows redirects. */
  ask(url: string, init?: RequestInit): Promise<Page>;
};

export type Page = { url: string; status: number; html: string; text: string };

export function newVisitor(): Visitor {
  const cookies = new Map<string, string>();

  async function ask(url: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, ...(cookie !== '' && { cookie }) } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to !== null && answer.status >= 300 && answer.status < 400) return ask(new URL(to, url).href);
    const html = await answer.text();
    return { url, status: answer.status, html, text: textOf(html) };
  }

  function post(page: Page, form: Form, fields: Record<string, string>): Promise<Page> {
    const body = new URLSearchParams({ ...form.presets, ...fields });
    const origin = new URL(page.url).origin;
    return ask(new URL(form.action, page.url).href, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' },
    });
  }

  const fieldOf = (fields: Record<string, string>): string => Object.keys(fields)[0] ?? '';
  return {
    ask,
    visit: (url) => ask(url),
    send: (page, fields) => post(page, formWith(page.html, { name: fieldOf(fields) }), fields),
    command: (page, action, fields) => post(page, formWith(page.html, { name: 'action', value: action }), fields),
  };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&');

type Form = { action: string; presets: Record<string, string> };

/** The first form with this field, as a browser would send it untouched. */
export function formWith(html: string, field: { name: string; value?: string }): Form {
  for (const [, head = '', body = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const inputs = [...body.matchAll(/<(?:input|textarea|select|button)[^>]*>/g)].map(([tag]) => tag);
    const isWanted = (tag: string) =>
      attribute(tag, 'name') === field.name && (field.value === undefined || attribute(tag, 'value') === field.value);
    if (!inputs.some(isWanted)) continue;
    const sent = inputs.filter((tag) => attribute(tag, 'type') === 'hidden' || /\schecked=/.test(tag));
    return {
      action: attribute(head, 'action') ?? '',
      presets: Object.fromEntries(sent.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])),
    };
  }
  throw new Error(`no form of the page has the field ${Object.values(field).join(' ')}`);
}

const textOf = (html: string): string =>
  html
    .replace(/<(style|svg|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
