import { Worker } from 'node:worker_threads';
import type { Importable } from '../../domain/importable.ts';
import { type Detail, Refusal } from '../../domain/refusal.ts';
import { oneAtATime } from '../oneAtATime.ts';
import type { Batch } from './batches.ts';
import { splitIt } from './limits.ts';
import type { Against, Found, Reading } from './reading.ts';

/** A file to read, and what it is read against. */
export type Question = Against & { register: Importable; bytes: Uint8Array; sheet?: string | undefined };
/** What a thread says: batches one by one, so that none keeps the other side long, and then what it found. */
export type Answer = { batch: Batch } | { found: Found } | { refusal: Told };
type Told = { status: number; code: string; message: string; details: Detail[] };

export type ReadApart = (question: Question) => Promise<Reading>;

/** What one file may take of the machine. */
const usual = { memoryMb: 1024, patienceMs: 120_000 };

/**
 * Reads files in threads of their own: ten thousand rows take seconds in which the API must answer others, and a file that was made to do
 * harm takes no more than two minutes and the memory of its thread. `program` is `thread.ts` as Node can run it. One file after the other;
 * refuses what reading refuses, and 413 `tooLarge` what takes too long or too much memory.
 */
export function createReadApart(program: URL, { memoryMb, patienceMs } = usual): ReadApart {
  const inTurn = oneAtATime();
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  return (workerData) =>
    inTurn(async () => {
      const thread = new Worker(program, { workerData, resourceLimits, env: {} });
      try {
        return await readingBy(thread, patienceMs);
      } finally {
        await thread.terminate();
      }
    });
}

function readingBy(thread: Worker, patienceMs: number): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => reject(tooMuch('It takes too long to read the file.')), patienceMs);
    const settle = (act: () => void) => {
      clearTimeout(impatient);
      act();
    };
    const batches: Batch[] = [];
    thread.on('message', (answer: Answer) => {
      if ('batch' in answer) batches.push(answer.batch);
      else if ('found' in answer) settle(() => resolve({ ...answer.found, batches }));
      else settle(() => reject(refusalOf(answer.refusal)));
    });
    thread.once('error', (fault: NodeJS.ErrnoException) =>
      settle(() => reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('It takes too much memory to read the file.') : fault)),
    );
    thread.once('exit', () => settle(() => reject(new Error('the thread that reads files ended without an answer'))));
  });
}

const refusalOf = ({ status, code, message, details }: Told): Refusal => new Refusal(status, code, message, details);
const tooMuch = (sentence: string) => new Refusal(413, 'tooLarge', `${sentence} ${splitIt}`);
