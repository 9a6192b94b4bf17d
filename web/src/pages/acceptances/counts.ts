import type { Form } from '../../../../domain/records/reading.ts';
import { fieldsIn } from '../../forms/answering.ts';
import type { Speaking } from '../../forms/fields.ts';
import type { Answering } from '../../forms/useAnswering.ts';

/** "3 approved, 1 returned to the owner, 1 undecided": what stands in the forms, in the words of their choices. */
export function countsOf(forms: readonly Form[], answering: Answering, { t, language }: Speaking): string {
  const said = forms.flatMap((form) => {
    const [decision] = fieldsIn(form, { t, language });
    const chosen = decision?.as === 'choice' ? answering.valuesOf(form)[decision.name] : undefined;
    return decision?.as === 'choice' ? (decision.options.find(({ value }) => value === chosen)?.said ?? []) : [];
  });
  const counts = [...new Set(said)].map((one) => `${said.filter((other) => other === one).length} ${lower(one, language)}`);
  const undecided = forms.length - said.length;
  return `${[...counts, ...(undecided > 0 ? [t('tasks.acceptance.undecided', { count: undecided })] : [])].join(', ')}.`;
}

const lower = (word: string, language: string): string => `${word.charAt(0).toLocaleLowerCase(language)}${word.slice(1)}`;
