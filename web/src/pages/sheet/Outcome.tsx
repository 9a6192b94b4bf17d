import { useTranslation } from 'react-i18next';
import type { Form } from '../../../../domain/records/reading.ts';
import { Notice } from '../../forms/Notice.tsx';
import { placeOfForm } from '../../forms/place.ts';
import { SignInAgain } from '../../forms/SignInAgain.tsx';
import type { Answering } from '../../forms/useAnswering.ts';
import { inWords, upperFirst } from '../../words/numbers.ts';

type Props = { forms: readonly Form[]; answering: Answering; isEmpty: boolean };

/** What came of sending: how many are recorded, and which are not, each leading to its place. */
export function Outcome({ forms, answering, isEmpty }: Props) {
  const { t, i18n } = useTranslation();
  const refused = forms.filter(({ task: { id } }) => Object.keys(answering.refused[id]?.problems ?? {}).length > 0);
  const count = Object.keys(answering.recorded).length;
  const recorded = count === 0 ? '' : t('tasks.sheet.areRecorded', { count, number: upperFirst(inWords(count, i18n.language)) });
  if (refused.length === 0)
    return (
      <Notice kind={count === 0 ? 'bad' : 'good'}>
        <p>{isEmpty && count === 0 ? t('tasks.wrong.nothing') : recorded}</p>
      </Notice>
    );
  return (
    <Notice kind="bad">
      <h2>{t('tasks.wrong.heading')}</h2>
      <p>
        {`${recorded} ${t('tasks.sheet.refused', { count: refused.length, number: upperFirst(inWords(refused.length, i18n.language)) })}`.trim()}
      </p>
      <ul>
        {refused.map(({ task: { id, about }, reading }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(placeOfForm(id))}`}>{`${about ?? reading.title}: ${firstOf(answering, id)}`}</a>
          </li>
        ))}
      </ul>
      <SignInAgain of={refused.map(({ task: { id } }) => answering.refused[id]).find((one) => one?.signInAgain === true)} />
    </Notice>
  );
}

const firstOf = ({ refused }: Answering, id: string): string => Object.values(refused[id]?.problems ?? {})[0] ?? '';
