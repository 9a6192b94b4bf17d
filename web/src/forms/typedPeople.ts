import type { TFunction } from 'i18next';
import type { Named } from '../../../domain/records/names.ts';
import { read } from '../data/client.ts';
import type { Field } from './field.ts';
import { filledIn, type Values } from './values.ts';
import type { Problems } from './wrong.ts';

/** The id of whoever has this name or mail address, or why that is nobody in particular. @throws Problem, and TypeError when nobody answers */
export async function idOf(name: string, t: TFunction): Promise<{ id: string } | { problem: string }> {
  const { person, why = 'nobodyNamed' } = await read<Named>('/people/named', { name });
  return person === undefined ? { problem: t(`tasks.wrong.${why}`) } : { id: person.id };
}

/** The same values with ids where people are named, and what names nobody, by place. @throws Problem, and TypeError when nobody answers */
export async function withIds(fields: readonly Field[], values: Values, t: TFunction): Promise<{ values: Values; problems: Problems }> {
  const named = filledIn(fields, values).filter(({ field }) => field.as === 'person');
  const found = await Promise.all(named.map(async ({ place, text }) => ({ place, ...(await idOf(text, t)) })));
  return {
    values: { ...values, ...Object.fromEntries(found.flatMap((one) => ('id' in one ? [[one.place, one.id]] : []))) },
    problems: Object.fromEntries(found.flatMap((one) => ('problem' in one ? [[one.place, one.problem]] : []))),
  };
}
