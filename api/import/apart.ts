import { Worker } from 'node:worker_threads';
import { type Detail, Refusal } from '../../domain/refusal.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { splitIt } from './limits.ts';
import type { Against, Reading } from './reading.ts';
import type { Importable } from './readRegister.ts';

/** A file to read, and what it is read against. */
export type Question = Against & { register: Importable; bytes: Uint8Array; sheet?: string | undefined };
export type Answer = { reading: Reading } | { refusal: { status: number; code: string; message: string; details: Detail[] } };

export type ReadApart = (question: Question) => Promise<Reading>;

/** What one file may take of the machine. */
const usual = { memoryMb: 1024, patienceMs: 60_000 };

/**
 * Reads files in threads of their own: ten thousand rows take seconds in which the API must answer others, and a file that was made to do
 * harm takes no more than a minute and the memory of its thread. `program` is `thread.ts` as Node can run it. One file after the other;
 * refuses what reading refuses, and 413 `tooLarge` what takes too long or too much memory.
 */
export function createReadApart(program: URL, { memoryMb, patienceMs } = usual): ReadApart {
  const inTurn = oneAtATime();
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  return (workerData) =>
    inTurn(async () => {
      const thread = new Worker(program, { workerData, resourceLimits, env: {} });
      try {
        return readingIn(await answerOf(thread, patienceMs));
      } finally {
        await thread.terminate();
      }
    });
}

function readingIn(answer: Answer): Reading {
  if ('reading' in answer) return answer.reading;
  const { status, code, message, details } = answer.refusal;
  throw new Refusal(status, code, message, details);
}

function answerOf(thread: Worker, patienceMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => reject(tooMuch('It takes too long to read the file.')), patienceMs);
    const settle = (act: () => void) => {
      clearTimeout(impatient);
      act();
    };
    thread.once('message', (answer: Answer) => settle(() => resolve(answer)));
    thread.once('error', (fault: NodeJS.ErrnoException) =>
      settle(() => reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('It takes too much memory to read the file.') : fault)),
    );
    thread.once('exit', () => settle(() => reject(new Error('the thread that reads files ended without an answer'))));
  });
}

const tooMuch = (sentence: string) => new Refusal(413, 'tooLarge', `${sentence} ${splitIt}`);
