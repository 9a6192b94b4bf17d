import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../domain/refusal.ts';
import type { Answer, Question } from './apart.ts';
import { readFile } from './readFile.ts';
import { readingOf } from './reading.ts';

/** What `readApart` starts: reads the one file it is given. Anything but a refusal ends the thread, and is a fault over there. */
const { register, bytes, sheet, ...against } = workerData as Question;

const say = (answer: Answer) => parentPort?.postMessage(answer);

async function answer(): Promise<Answer> {
  try {
    const { batches, ...found } = readingOf(register, await readFile(Buffer.from(bytes), sheet), against);
    for (const batch of batches) say({ batch });
    return { found };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { status, code, message, details } = thrown;
    return { refusal: { status, code, message, details: [...details] } };
  }
}

say(await answer());
