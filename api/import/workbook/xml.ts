import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { damaged } from './archive.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Hears a part of a workbook from its first to its last tag; names are without their prefix. */
export type Listener = {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads a part piece by piece as it is unpacked. Entities that a document defines itself are not known, so none grows. What the listener
 * throws ends the reading; refuses `brokenWorkbook` for anything that is no well-formed XML in UTF-8.
 */
export async function readXml(part: Readable, { open, text, close }: Listener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
  if (text !== undefined) for (const event of ['text', 'cdata'] as const) parser.on(event, text);
  if (close !== undefined) parser.on('closetag', ({ name }) => close(local(name)));
  parser.on('error', () => {
    throw damaged();
  });
  for await (const piece of piecesOf(part)) parser.write(piece);
  parser.close();
}

async function* piecesOf(part: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of part) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch {
    throw damaged();
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? attributes[Object.keys(attributes).find((key) => key.endsWith(`:${name}`)) ?? ''];

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
