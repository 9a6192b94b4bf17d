import { useTranslation } from 'react-i18next';
import type { OwnedRecord } from '../../../../domain/records/departure.ts';
import type { DeparturePlan } from '../../../../domain/records/departurePlan.ts';
import layout from '../../parts/page.module.css';

/** Records by register and by who gets them; references are a paragraph, however many there are. */
export function MovingRecords({ plan: { records, names } }: { plan: DeparturePlan }) {
  const { t } = useTranslation();
  return (
    <ul className={layout.lines}>
      {[...grouped(records)].map(([key, group]) => {
        const [{ register, to }] = group;
        const what = t('leave.recordsOf', { register: t(`registerNames.${register}`), count: group.length });
        return (
          <li key={key}>
            <div className="strong">
              {to === undefined ? t('leave.recordsNobody', { what }) : t('leave.recordsTo', { what, name: names[to] ?? to })}
            </div>
            <p className="small soft">{group.map(({ id }) => id).join(', ')}</p>
          </li>
        );
      })}
    </ul>
  );
}

type Group = [OwnedRecord, ...OwnedRecord[]];

function grouped(records: readonly OwnedRecord[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const record of records) {
    const key = `${record.register} ${record.to ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}
