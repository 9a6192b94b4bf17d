import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import type { Leaving } from '../../data/people.ts';
import { Card } from '../../parts/Card.tsx';
import { PersonField } from '../../parts/choosing/PersonField.tsx';
import { RadioFields } from '../../parts/recording/fields.tsx';
import css from '../../parts/recording/recording.module.css';

type Props = { person: PersonDetail; leaving: Leaving; name: string | undefined; onChoose(leaving: Leaving): void };

/** Who takes over, and whether the roles come along. */
export function Successor({ person, leaving, name, onChoose }: Props) {
  const { t } = useTranslation();
  const { to, roles } = leaving;
  return (
    <Card title={t('leave.successor')}>
      <div className={css.form}>
        <PersonField
          label={t('leave.to')}
          help={t('leave.toHelp')}
          value={to === undefined ? undefined : { id: to, name: name ?? to }}
          onChange={(chosen) => onChoose({ to: chosen?.id, roles })}
          without={person.id}
        />
        <RadioFields
          label={t('leave.roles')}
          value={roles}
          options={(['move', 'drop'] as const).map((value) => ({ value, label: t(`leave.rolesBecome.${value}`) }))}
          onChange={(become) => onChoose({ to, roles: become })}
        />
      </div>
    </Card>
  );
}
