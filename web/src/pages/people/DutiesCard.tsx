import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import { duties } from '../../data/processes.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { Table } from '../../parts/table/Table.tsx';
import { useDutyColumns } from '../processes/dutyColumns.tsx';

/** What falls to a person by the roles they hold. */
export function DutiesCard({ person: { id, name } }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(duties({ person: id }));
  const columns = useDutyColumns({ person: id });
  return (
    <Card
      title={t('person.duties')}
      aside={
        <Link to="/responsibilities" search={{ by: 'person', person: id }} className="small">
          {t('person.dutiesPrint')}
        </Link>
      }
    >
      {data.items.length === 0 ? (
        <p className="soft">{t('person.noDuties')}</p>
      ) : (
        <details className={layout.details}>
          <summary>{t('person.dutiesCount', { count: data.items.length })}</summary>
          <Table
            caption={t('person.dutiesCaption', { name })}
            columns={columns}
            rows={data.items}
            keyOf={({ process, task }) => `${process} ${task}`}
          />
        </details>
      )}
    </Card>
  );
}
