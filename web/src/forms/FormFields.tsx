import { useTranslation } from 'react-i18next';
import { useDays } from '../words/useDays.ts';
import { type Asked, fieldsIn } from './answering.ts';
import { Fields } from './Fields.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import type { Answering } from './useAnswering.ts';

/** The fields of one of several forms on a page, with what is wrong at its place. */
export function FormFields({ asked, answering }: { asked: Asked; answering: Answering }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { id } = asked.task;
  const refused = answering.refused[id];
  const { last, risk, labels } = asked.reading;
  const day = risk?.last?.day;
  return (
    <>
      <Fields
        fields={fieldsIn(asked, { t, language: i18n.language })}
        form={{
          ...{ id, values: answering.valuesOf(asked), problems: refused?.problems ?? {}, labels },
          asBefore: last === undefined || day === undefined ? undefined : t('tasks.form.asIn', { month: days.month(day) }),
          set: (place, text) => answering.set(id, place, text),
        }}
      />
      <SignInAgain of={refused} />
    </>
  );
}
