import { calendarOf } from '../../../domain/sites.ts';
import { settingsNow } from '../../../models/knowledge.ts';
import { ids } from '../organization.ts';
import { startTask } from '../tasks.ts';
import { eventually } from '../time.ts';
import { by, outcome, reason } from './acts.ts';
import type { Recorder } from './recorder.ts';

/** Tasks of their own, each with what people may say to a task beside answering it. */
export async function recordCommands({ product, send, over, save }: Recorder): Promise<void> {
  const { store, clock } = product;
  const calendar = calendarOf(await settingsNow(store), undefined);
  const dayIn = (workingDays: number) => calendar.addWorkingDays(calendar.dayOf(clock.now()), workingDays);
  const open = (risk: string, asking = {}) => startTask(product, { risk, owner: ids.lukas, ...asking });
  const done = async (name: string, id: string) => {
    await over(id);
    await save(`task-${name}`, id);
  };

  const extended = await open('RSK-X1');
  await eventually('the reminder', async () => (await store.tasks.get(extended))?.rungs.some(({ state }) => state === 'sent'));
  await send(extended, { do: 'extend', by: by.lukas, until: dayIn(60), reason });
  await send(extended, { do: 'decideExtension', by: by.hanna, granted: true, reason: 'Until then.' });
  await send(extended, { do: 'extend', by: by.lukas, until: dayIn(90), reason });
  await send(extended, { do: 'decideExtension', by: by.tove, granted: false, reason: 'No longer.' });
  await send(extended, { do: 'complete', by: by.lukas, outcome });
  await done('extended', extended);

  const returned = await open('RSK-X2', { confirmedBy: 'ismsManager' });
  await send(returned, { do: 'claim', by: by.lukas });
  await send(returned, { do: 'complete', by: by.lukas, outcome });
  await send(returned, { do: 'return', by: by.hanna, reason: 'Which controls?' });
  await send(returned, { do: 'complete', by: by.lukas, outcome });
  await send(returned, { do: 'confirm', by: by.hanna });
  await done('returned-and-confirmed', returned);

  const delegated = await open('RSK-X3');
  await send(delegated, { do: 'delegate', by: by.lukas, to: ids.marta, reason, until: dayIn(3) });
  await eventually('it is its owner’s again', async () => (await store.tasks.get(delegated))?.assignee === ids.lukas);
  await send(delegated, { do: 'delegate', by: by.lukas, to: ids.marta, reason, until: dayIn(30) });
  await send(delegated, { do: 'complete', by: by.marta, outcome });
  await done('delegated', delegated);

  const waived = await open('RSK-X4');
  const file = { sha256: 'a'.repeat(64), name: 'Scan of October.pdf', size: 2048, type: 'application/pdf' };
  await send(waived, { do: 'evidence', by: by.lukas, file });
  await send(waived, { do: 'askHandOver', by: by.lukas, to: ids.marta, reason });
  await send(waived, { do: 'waive', by: by.hanna, reason: 'The site closes.', until: dayIn(200) });
  await done('waived', waived);
}
