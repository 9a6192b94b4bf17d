import { readFile } from 'node:fs/promises';

/** Programs decide by the beginning of a text that it is a page, a script or a document of another kind. */
const runs =
  /^\s*(<\s*(!doctype|!--|\?|html|head|body|script|style|svg|iframe|object|embed|table|div|a|p|br|b|h1|title|img|font)\b|<!--|<\?|#!|%!|%PDF-)/i;
const isHeader = /^[A-Za-z][A-Za-z0-9-]*:/;

/** Whether a file is text and begins as nothing that could be run; a mail begins with the headers of one. */
export async function isText(path: string, ending: 'txt' | 'csv' | 'eml'): Promise<boolean> {
  const text = decoded(await readFile(path));
  if (text === undefined || runs.test(text.slice(0, 2048))) return false;
  return ending !== 'eml' || isMail(text);
}

/** UTF-16 says so by its first character; everything else has no control characters, in whichever encoding. */
function decoded(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  const mark = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const text = mark === undefined ? bytes.toString('latin1').replace(/^ï»¿/, '') : new TextDecoder(mark).decode(bytes);
  return hasControls(text) ? undefined : text;
}

/** Tab, line feed, form feed, carriage return, and the escape of coloured logs. */
const usual = new Set([9, 10, 12, 13, 27]);

function hasControls(text: string): boolean {
  for (let n = 0; n < text.length; n += 1) if (text.charCodeAt(n) < 32 && !usual.has(text.charCodeAt(n))) return true;
  return false;
}

function isMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  return (
    isHeader.test(lines[0] ?? '') &&
    lines.every((line) => isHeader.test(line) || /^[ \t]/.test(line)) &&
    /^(from|received|date):/im.test(head)
  );
}
