import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDays } from '../words/readerDays.ts';
import { type Asked, fieldsIn, initialOf } from './answering.ts';
import { Fields } from './Fields.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import type { Filling } from './useAnswering.ts';

/** The fields of one of several forms on a page, with what is wrong at its place. */
export const FormFields = memo(function FormFields({ asked, typed, refused, set }: { asked: Asked } & Filling) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { id } = asked.task;
  const { last, risk, labels } = asked.reading;
  const day = risk?.last?.day;
  const fields = fieldsIn(asked, { t, language: i18n.language });
  return (
    <>
      <Fields
        fields={fields}
        form={{
          ...{ id, values: { ...initialOf(asked, fields), ...typed }, problems: refused?.problems ?? {}, labels },
          asBefore: last === undefined || day === undefined ? undefined : t('tasks.form.asIn', { month: days.month(day) }),
          set: (place, text) => set(id, place, text),
        }}
      />
      <SignInAgain of={refused} />
    </>
  );
});
