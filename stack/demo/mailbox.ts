import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const Listed = z.object({ total: z.int(), messages: z.array(z.object({ ID: z.string(), MessageID: z.string() })) });
const Message = z.object({ Text: z.string() });

const most = 1_000;
const tries = 20;

/** The text of a mail as the mail sink received it. */
export async function textOf(sink: string, messageId: string): Promise<string> {
  const { ID } = await received(sink, messageId);
  return Message.parse(await read(`${sink}/api/v1/message/${ID}`)).Text;
}

/** How many mails the sink has received. */
export const receivedBy = async (sink: string): Promise<number> => Listed.parse(await read(`${sink}/api/v1/messages?limit=1`)).total;

async function received(sink: string, messageId: string): Promise<{ ID: string }> {
  for (let n = 0; n < tries; n += 1) {
    const { messages } = Listed.parse(await read(`${sink}/api/v1/messages?limit=${most}`));
    const found = messages.find(({ MessageID }) => bare(MessageID) === bare(messageId));
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`The mail ${messageId} was sent and is not in the mailbox.`);
}

const bare = (id: string): string => id.replace(/[<>]/g, '');

const read = async (url: string): Promise<unknown> => (await fetch(url, { signal: AbortSignal.timeout(10_000) })).json();
