import type { Nonconformity } from '../../../domain/records/nonconformity.ts';
import { isOnTime } from '../../../models/timeliness.ts';
import { fact, label, nameOf, said, table } from '../draft.ts';
import { daysBetween, type Knowing, share, startOf } from './shape.ts';
import { tasksIn } from './timeliness.ts';

const grades = { major: label('Major', 'Wesentlich'), minor: label('Minor', 'Geringfügig') };
const isOpen = ({ status }: Nonconformity): boolean => status === 'candidate' || status === 'accepted';

/** d1) Nonconformities and corrective actions: how many, how old, in time, effective at the first look. */
export const corrective: Knowing = async (store, span) => {
  const all = await store.nonconformities.find({ proposedAt: { $lte: span.at } }, { sort: { proposedAt: 1 } });
  const open = all.filter(isOpen);
  const closed = all.filter(({ closedAt }) => closedAt !== undefined && closedAt >= startOf(span));
  const judged = closed.filter(({ effectiveness = [] }) => effectiveness.length > 0);
  const atOnce = judged.filter(({ effectiveness = [] }) => effectiveness[0]?.verdict === 'effective');
  const age = ({ proposedAt }: Nonconformity) => daysBetween(proposedAt, span.at);
  const aged = (from: number, to: number) => String(open.filter((one) => age(one) >= from && age(one) < to).length);
  const tasks = (await tasksIn(store, span)).filter(({ process }) => process === 'correctiveAction');
  return {
    facts: [
      ...fact(
        label('d1) New since the last review', 'd1) Neu seit der letzten Bewertung'),
        String(all.filter((one) => one.proposedAt >= startOf(span)).length),
      ),
      ...fact(label('d1) Closed since', 'd1) Seither geschlossen'), String(closed.length)),
      ...fact(
        label('d1) Open: up to 30 / 31 to 90 / over 90 days', 'd1) Offen: bis 30 / 31 bis 90 / über 90 Tage'),
        `${aged(0, 31)} / ${aged(31, 91)} / ${aged(91, 100_000)}`,
      ),
      ...fact(label('d1) Effective at the first look', 'd1) Beim ersten Nachsehen wirksam'), share(atOnce.length, judged.length)),
      ...fact(
        label('d1) Steps of corrective actions on time', 'd1) Schritte der Korrekturmaßnahmen rechtzeitig'),
        share(tasks.filter(isOnTime).length, tasks.length),
      ),
    ],
    tables: table(
      label('d1) Open nonconformities', 'd1) Offene Nichtkonformitäten'),
      [
        ...[label('Reference', 'Referenz'), label('What', 'Was'), label('Grade', 'Einstufung'), label('Owner', 'Verantwortlich')],
        ...[label('Age in days', 'Alter in Tagen'), label('Action by', 'Maßnahme bis')],
      ],
      await Promise.all(
        open.map(async (one) => [
          ...[
            one.id,
            one.title,
            said(grades, one.grade) ?? '',
            (await nameOf(store, one.owner)) ?? one.owner,
            String(age(one)),
            one.actionsDue ?? '',
          ],
        ]),
      ),
    ),
  };
};
