import { Client, Connection } from '@temporalio/client';
import { systemNow } from '../../../domain/clock.ts';
import { engine } from '../../../domain/records/common.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import { changeRecord } from '../../../models/registers.ts';
import { openStore, type Store } from '../../../models/store.ts';
import type { SunkMail } from '../engine.ts';
import { newStack, type Stack, type StackFile } from '../stack.ts';

/** The whole product as an operator runs it, at a fast clock, and what a test sees of it. */
export type Soaked = {
  stack: Stack;
  /** Where everything is, with the processes that run now. */
  running: StackFile;
  store: Store;
  client: Client;
  mail: { messages(): Promise<SunkMail[]>; setRules(rules: readonly object[]): Promise<void> };
  stop(): Promise<void>;
};

export async function startSoaked(clock: { speed: number; start: string }): Promise<Soaked> {
  const stack = await newStack({ CLOCK_SPEED: String(clock.speed), CLOCK_START: clock.start, LOG_LEVEL: 'warn' });
  const running = await stack.start();
  const store = await openStore(running.mongodb);
  const connection = await Connection.connect({ address: running.temporal });
  const soaked: Soaked = {
    ...{ stack, running, store, client: new Client({ connection }) },
    mail: {
      messages: async () =>
        ((await (await fetch(`${running.mail}/api/v1/messages?limit=20000`)).json()) as { messages: SunkMail[] }).messages,
      async setRules(rules) {
        const answer = await fetch(`${running.mail}/hook`, {
          ...{ method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rules }) },
        });
        if (!answer.ok) throw new Error(`the mail sink takes no rules: ${answer.status}`);
      },
    },
    async stop() {
      await store.close();
      await connection.close();
      await stack.stop();
      await stack.remove();
    },
  };
  return soaked;
}

/** More risks than the example has, each with one of its owners. */
export async function moreRisks({ store }: Soaked, count: number): Promise<void> {
  const owners = [...new Set((await store.risks.find({})).map(({ owner }) => owner))];
  for (let n = 0; n < count; n += 1) {
    const set: Partial<Risk> = {
      ...{ name: `Risk ${n}`, description: 'What it is about.', owner: owners[n % owners.length] ?? '', assets: [], threat: '' },
      ...{ vulnerability: '', properties: [], treatment: [], controls: [], status: 'active' },
    };
    await changeRecord(store, {
      register: 'risks',
      id: `RSK-9${String(n).padStart(2, '0')}`,
      set,
      at: systemNow(),
      actor: engine,
      event: 'created',
    });
  }
}
