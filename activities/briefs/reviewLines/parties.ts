import { fact, label } from '../draft.ts';
import { type Knowing, startOf } from './shape.ts';

/** e) What came from outside as a deviation; all else that interested parties say is asked of people. */
export const parties: Knowing = async (store, span) => {
  const since = { proposedAt: { $gte: startOf(span) } };
  const of = (kind: string) => store.nonconformities.count({ ...since, 'source.kind': kind });
  const [complaints, suppliers, bodies] = [await of('complaint'), await of('supplier'), await of('certificationBody')];
  return {
    facts: [
      ...fact(
        label(
          'e) Complaints / from suppliers / from the certification body',
          'e) Beschwerden / von Lieferanten / von der Zertifizierungsstelle',
        ),
        `${complaints} / ${suppliers} / ${bodies}`,
      ),
      ...fact(
        label('e) What else they said', 'e) Was sie sonst sagten'),
        label('No register holds this yet: it is asked of people.', 'Das steht noch in keinem Register: Gefragt sind Menschen.'),
      ),
    ],
    tables: [],
  };
};
