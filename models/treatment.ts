import type { Risk } from '../domain/records/risk.ts';
import type { ControlOfRisk } from '../domain/treatment.ts';
import type { Store } from './store.ts';

/** The controls of a risk with what each does to it, in the order in which they are linked. */
export async function controlsOf(store: Store, { controls }: Pick<Risk, 'controls'>): Promise<ControlOfRisk[]> {
  const found = new Map((await store.controls.find({ id: { $in: controls.map(({ control }) => control) } })).map((one) => [one.id, one]));
  return controls.flatMap((link) => {
    const control = found.get(link.control);
    return control === undefined ? [] : [{ link, control }];
  });
}
