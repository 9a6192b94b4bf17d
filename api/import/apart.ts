import { Worker } from 'node:worker_threads';
import { type Detail, Refusal } from '../../domain/refusal.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { splitIt } from './limits.ts';
import type { Against, Reading } from './reading.ts';
import type { Importable } from './readRegister.ts';

/** A file to read, and what it is read against. */
export type Question = Against & { register: Importable; bytes: Uint8Array; sheet?: string | undefined };
export type Answer = { reading: Reading } | { refusal: { status: number; code: string; message: string; details: Detail[] } };

/** What one file may take of the machine. */
type Allowance = { memoryMb: number; patienceMs: number };
const usual: Allowance = { memoryMb: 1024, patienceMs: 60_000 };
const inTurn = oneAtATime();

/**
 * Reads a file in a thread of its own: ten thousand rows take seconds in which the API must answer others, and a file that was made to do
 * harm takes no more than a minute and the memory of that thread. One file after the other.
 * @throws Refusal what reading refuses, and 413 `tooLarge` for a file that takes too long or too much memory
 */
export const readApart = (question: Question, allowance = usual): Promise<Reading> => inTurn(() => readInThread(question, allowance));

async function readInThread(question: Question, { memoryMb, patienceMs }: Allowance): Promise<Reading> {
  const thread = startThread(question, memoryMb);
  try {
    const answer = await answerOf(thread, patienceMs);
    if ('reading' in answer) return answer.reading;
    const { status, code, message, details } = answer.refusal;
    throw new Refusal(status, code, message, details);
  } finally {
    await thread.terminate();
  }
}

function startThread(workerData: Question, memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  // Node runs the built file; the sources, as tests run them, need what translates them.
  return import.meta.url.endsWith('.ts')
    ? new Worker(new URL('./thread.ts', import.meta.url), { workerData, resourceLimits, execArgv: ['--import', 'tsx'] })
    : new Worker(new URL('./thread.js', import.meta.url), { workerData, resourceLimits, execArgv: [], env: {} });
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
