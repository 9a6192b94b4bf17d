import type { TFunction } from 'i18next';
import type { Levels } from '../../../../domain/records/common.ts';
import type { ScaleLabels } from '../../../../domain/records/reading.ts';

/** "unlikely (2) and moderate (3)", in the words of the criteria. */
export const levelsSaid = ({ likelihood, consequence }: Levels, labels: ScaleLabels | undefined, t: TFunction): string =>
  t('tasks.facts.levels', {
    ...{ likelihood: labels?.likelihood[likelihood - 1] ?? t('tasks.fields.likelihood.short'), l: likelihood },
    ...{ consequence: labels?.consequence[consequence - 1] ?? t('tasks.fields.consequence.short'), c: consequence },
  });
