import { type HeaderValue, type StructuredHeader, simpleParser } from 'mailparser';
import type { Sink, SunkMail } from './engine.ts';

const ask = async (sink: Sink, path: string) => fetch(`http://127.0.0.1:${sink.httpPort}/api/v1/message/${path}`);

/** Headers of a received mail by name, each as often as it stands there. */
export const headersOf = async (sink: Sink, { ID }: Pick<SunkMail, 'ID'>): Promise<Record<string, string[]>> =>
  (await (await ask(sink, `${ID}/headers`)).json()) as Record<string, string[]>;

/** The mail as it came over the wire. */
const sourceOf = async (sink: Sink, { ID }: Pick<SunkMail, 'ID'>): Promise<string> => (await ask(sink, `${ID}/raw`)).text();

/** The calendar part of a mail, unfolded, with the `method` of its MIME part; undefined when there is none. */
export async function calendarOf(
  sink: Sink,
  mail: Pick<SunkMail, 'ID'>,
): Promise<{ mimeMethod: string | undefined; content: string } | undefined> {
  const { attachments } = await simpleParser(await sourceOf(sink, mail));
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
  if (part === undefined) return undefined;
  const type: HeaderValue | undefined = part.headers.get('content-type');
  return { mimeMethod: (type as StructuredHeader).params.method, content: part.content.toString('utf8').replace(/\r?\n /g, '') };
}
