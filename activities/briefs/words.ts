import { shared as german } from '../../domain/words/de/shared.ts';
import { shared as english } from '../../domain/words/en/shared.ts';
import { upperFirst } from '../../domain/words/numbers.ts';
import { label } from './draft.ts';

type Label = ReturnType<typeof label>;

/** Words that pages and letters use as well, as they stand at the beginning of a line. */
const bothOf = <K extends string>(en: Record<K, string>, de: Record<K, string>): Record<K, Label> =>
  Object.fromEntries((Object.keys(en) as K[]).map((key) => [key, label(upperFirst(en[key]), upperFirst(de[key]))])) as Record<K, Label>;

export const kinds = bothOf(english.kinds, german.kinds);
export const standings = bothOf(english.statuses, german.statuses);
export const results = bothOf(english.effects, german.effects);
export const bands = bothOf(english.bands, german.bands);

/** A band within a sentence. */
export const within = ({ en, de }: Label): Label => label(en.toLowerCase(), de.toLowerCase());

export const verdicts = { effective: results.effective, ineffective: results.ineffective };
export const { yes, no } = bothOf({ yes: english.yes, no: english.no }, { yes: german.yes, no: german.no });

export const actsOn = {
  likelihood: label('Likelihood', 'Wahrscheinlichkeit'),
  consequence: label('Consequence', 'Auswirkung'),
  both: label('Both', 'Beides'),
};
