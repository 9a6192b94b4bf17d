import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';

/** A control of the organization's own, planned unless said. */
export async function addControl(store: Store, id: string, more: Partial<Control> = {}): Promise<void> {
  await changeRecord(store, {
    ...{ register: 'controls', id, at: systemNow(), actor: engine, event: 'created' },
    set: {
      ...{
        name: `Control ${id}`,
        kind: 'technological',
        description: 'What it does.',
        status: 'planned',
        effectiveness: 'untested',
        annexA: [],
      },
      ...more,
    },
  });
}

export async function controlOf(store: Pick<Store, 'controls'>, id: string): Promise<Control> {
  const control = await store.controls.get(id);
  if (control === undefined) throw new Error(`there is no control ${id}`);
  return control;
}
