import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../domain/records/common.ts';
import type { Duty } from '../../../../domain/records/processShown.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { Table } from '../../parts/table/Table.tsx';
import { roles } from '../../words/roles.ts';
import { useDutyColumns, useRaciColumns } from './dutyColumns.tsx';
import { partsOfRole, usePick } from './said.ts';

const keyOf = ({ process, task }: Duty) => `${process} ${task}`;

/** A table a process, with everybody's part in each task. */
export function ByProcess({ duties }: { duties: readonly Duty[] }) {
  const pick = usePick();
  const columns = useRaciColumns();
  const processes = [...new Map(duties.map((duty) => [duty.process, duty])).values()];
  return (
    <div className={layout.stack}>
      {processes.map(({ process, processTitle }) => (
        <Card key={process} title={pick(processTitle)}>
          <Table caption={pick(processTitle)} columns={columns} rows={duties.filter((duty) => duty.process === process)} keyOf={keyOf} />
        </Card>
      ))}
    </div>
  );
}

/** A table a role; roles that have no part in anything are left out. */
export function ByRole({ duties, role }: { duties: readonly Duty[]; role?: Role }) {
  const { t } = useTranslation();
  const shown = roles.filter((one) => role === undefined || one === role);
  const all = shown.map((one) => ({ role: one, rows: duties.filter((duty) => partsOfRole(t, duty, one).length > 0) }));
  const some = all.filter(({ rows }) => rows.length > 0);
  if (some.length === 0) return <p className="soft">{t('duties.noneOfRole')}</p>;
  return (
    <div className={layout.stack}>
      {some.map((one) => (
        <OfRole key={one.role} {...one} />
      ))}
    </div>
  );
}

function OfRole({ role, rows }: { role: Role; rows: readonly Duty[] }) {
  const { t } = useTranslation();
  const columns = useDutyColumns({ role });
  return (
    <Card title={t(`roles.${role}`)}>
      <Table caption={t(`roles.${role}`)} columns={columns} rows={rows} keyOf={keyOf} />
    </Card>
  );
}

/** What falls to one person by the roles they hold now. */
export function ByPerson({ duties, person }: { duties: readonly Duty[]; person: string }) {
  const { t } = useTranslation();
  const columns = useDutyColumns({ person });
  if (duties.length === 0) return <p className="soft">{t('duties.noneOfPerson')}</p>;
  return (
    <Card title={t('duties.ofPerson', { count: duties.length })}>
      <Table caption={t('duties.ofPerson', { count: duties.length })} columns={columns} rows={duties} keyOf={keyOf} />
    </Card>
  );
}
