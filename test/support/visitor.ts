import { type Visitor as Browser, formWith, newVisitor as newBrowser, type Page } from '../../stack/demo/visitor.ts';

export type { Page };

/** The browser without script of the demo, that sends files as well. */
export type Visitor = Browser & {
  /** Sends the page's form that takes files. A form with one task says itself which. */
  sendFiles(page: Page, fields: Record<string, string>, files: readonly File[]): Promise<Page>;
};

export function newVisitor(): Visitor {
  const browser = newBrowser();
  return {
    ...browser,
    sendFiles(page, fields, files) {
      const form = formWith(page.html, { name: 'file' });
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...form.presets, ...fields })) body.append(name, value);
      // A browser sends an empty part for a field in which nothing was chosen.
      for (const one of files.length === 0 ? [new File([], '')] : files) body.append('file', one);
      return browser.ask(new URL(form.action, page.url).href, { method: 'POST', body, headers: { origin: new URL(page.url).origin } });
    },
  };
}
