import { useTranslation } from 'react-i18next';
import type { ControlFact } from '../../../../domain/records/reading.ts';
import { useDays } from '../../words/useDays.ts';
import { KindIcon } from '../KindIcon.tsx';
import css from './reading.module.css';

/** The controls of a risk by kind, each with how it stands: once it is in place its effect counts, until then its progress. */
export function Controls({ controls, open }: { controls: readonly ControlFact[]; open: boolean }) {
  const { t } = useTranslation();
  const days = useDays();
  if (controls.length === 0) return <p className={css.none}>{t('tasks.facts.noControls')}</p>;
  const kinds = new Set(controls.map(({ kind }) => kind)).size;
  const standing = ({ status, effectiveness }: ControlFact) =>
    status === 'implemented' ? t(`tasks.effects.${effectiveness}`) : t(`tasks.statuses.${status}`);
  return (
    <details className={css.controls} open={open}>
      <summary>
        {t('tasks.facts.controlsOfKinds', { count: kinds, controls: t('tasks.facts.controls', { count: controls.length }) })}
      </summary>
      <ul>
        {controls.map((control) => (
          <li key={control.reference}>
            <KindIcon kind={control.kind} />
            <div>
              <span>{control.name}</span>
              <span>
                {[
                  ...[t(`registers.kind.${control.kind}`), standing(control)],
                  ...(control.checkedOn === undefined ? [] : [t('tasks.facts.checked', { day: days.day(control.checkedOn) })]),
                ].join(', ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
