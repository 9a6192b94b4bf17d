import { PassThrough, type Readable } from 'node:stream';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { evidenceLimits } from '../domain/evidence.ts';
import { Title } from '../domain/records/common.ts';
import { Refusal } from '../domain/refusal.ts';
import type { EvidenceFile } from '../domain/rules/taskShape.ts';
import type { EvidenceStore } from '../models/evidence/evidenceStore.ts';

/** What a form sent: its fields, and its files as they are stored. */
export type Received = { fields: Record<string, string>; files: EvidenceFile[] };

/** Asked with the fields that came before the first file, before anything is stored. Throws what refuses them. */
type Check = (fields: Record<string, unknown>) => void;

const { megabytes, files: most } = evidenceLimits;
const limits = {
  fileSize: megabytes * 1_000_000,
  files: most,
  fields: 20,
  parts: 30,
  fieldSize: 10_000,
  fieldNameSize: 100,
  fieldNestingDepth: 0,
};

const refusals: Record<string, () => Refusal> = {
  LIMIT_FILE_SIZE: () => new Refusal(413, 'tooLarge', `The file has more than ${megabytes} MB.`),
  LIMIT_FILE_COUNT: () => new Refusal(413, 'tooManyFiles', `At most ${most} files are taken at once.`),
};
const malformed = () => new Refusal(400, 'malformed', 'The form cannot be read.');

/**
 * Reads a form with files, each of which goes straight to the store; nothing is held in memory. What is stored and then refused stays there, known to
 * nobody: another task may have the same content.
 * @throws Refusal 415 for anything but a form, 413 `tooLarge` and `tooManyFiles`, and what the store refuses
 */
export async function receiveFiles(
  request: Request,
  response: Response,
  evidence: EvidenceStore,
  check: Check = () => {},
): Promise<Received> {
  if (!request.is('multipart/form-data')) throw new Refusal(415, 'unsupportedMediaType', 'Send the files as multipart/form-data.');
  const files: (EvidenceFile | undefined)[] = [];
  await parsed(request, response, engine(evidence, files), check);
  check(request.body as Record<string, unknown>);
  const fields = Object.entries(request.body as object).filter((one): one is [string, string] => typeof one[1] === 'string');
  return { fields: Object.fromEntries(fields), files: files.filter((file) => file !== undefined) };
}

function parsed(request: Request, response: Response, storage: StorageEngine, check: Check): Promise<void> {
  const parse = multer({
    ...{ storage, limits, defParamCharset: 'utf8' },
    fileFilter(asked, _file, decide) {
      try {
        check(asked.body as Record<string, unknown>);
        decide(null, true);
      } catch (refusal) {
        decide(refusal as Error);
      }
    },
  }).any();
  return new Promise((resolve, reject) => {
    parse(request, response, (failure: unknown) => (failure === undefined || failure === null ? resolve() : reject(refusalFor(failure))));
  });
}

function refusalFor(failure: unknown): unknown {
  if (failure instanceof MulterError) return (refusals[failure.code] ?? malformed)();
  const isBroken =
    failure instanceof Error &&
    /^(Request (aborted|closed)|Unexpected end of (form|file)|Malformed part header|Multipart: Boundary not found)/.test(failure.message);
  return isBroken ? malformed() : failure;
}

/** Hands each file on to the store, which may be done with a later one first: they stay in the order in which they were sent. The name is one line of text without a path; what it says of its type is nobody's proof. */
const engine = (evidence: EvidenceStore, files: (EvidenceFile | undefined)[]): StorageEngine => ({
  _handleFile(_request, { stream, originalname }, done) {
    const name = nameOf(originalname);
    if (name === undefined) return done(nameless());
    const content = beside(stream);
    const place = files.push(undefined) - 1;
    evidence.put(content, name).then(
      (stored) => {
        files[place] = { ...stored, name };
        done(null);
      },
      (failure: unknown) => {
        stream.unpipe(content).resume();
        done(failure);
      },
    );
  },
  _removeFile(_request, _file, done) {
    done(null);
  },
});

/**
 * A stream that the store may break off: the part of the form itself is read to its end, so that the answer reaches whoever is still sending, and it
 * is the store's refusal that is answered.
 */
function beside(part: Readable): PassThrough {
  const content = new PassThrough();
  part.once('error', (failure) => content.destroy(failure));
  part.once('close', () => (part.readableEnded ? undefined : content.destroy(new Error('Request closed'))));
  return part.pipe(content);
}

const longest = 200;

const nameless = () => new Refusal(422, 'unsupportedFile', 'The file has no name.', [{ path: 'file', message: 'has no name' }]);

/** One line without the path that some browsers send; undefined when nothing of it can be read. */
const nameOf = (original: string): string | undefined => Title.safeParse((original.split(/[/\\]/).at(-1) ?? '').slice(-longest)).data;
