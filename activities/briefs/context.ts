import type { Store } from '../../models/store.ts';
import { type Draft, fact, label, table } from './draft.ts';
import { no, yes } from './words.ts';

/** Issues, interested parties, requirements and scope as they stand now (4.1 to 4.3). */
export async function context(store: Store, run: string): Promise<Draft> {
  const active = { status: 'active' };
  const [issues, parties, requirements, scopes] = await Promise.all([
    store.issues.find(active, { sort: { _id: 1 } }),
    store.interestedParties.find(active, { sort: { _id: 1 } }),
    store.requirements.find(active, { sort: { _id: 1 } }),
    store.scopes.find({ status: { $in: ['approved', 'draft'] } }, { sort: { _id: 1 } }),
  ]);
  const inForce = scopes.find(({ status }) => status === 'approved');
  const proposed = scopes.findLast((scope) => scope.status === 'draft' && scope.run === run);
  const nameOf = (party: string) => parties.find(({ id }) => id === party)?.name ?? party;
  return {
    title: label('Context of the ISMS', 'Kontext des ISMS'),
    facts: [
      ...fact(
        label('Scope in force', 'Geltungsbereich, in Kraft'),
        inForce?.text ?? label('None was approved yet', 'Noch keiner genehmigt'),
      ),
      ...fact(label('Scope as it is to read', 'Geltungsbereich, wie er lauten soll'), proposed?.text),
    ],
    tables: [
      ...table(
        label('Issues', 'Themen'),
        [label('Reference', 'Referenz'), label('Issue', 'Thema'), label('Relevant', 'Relevant'), label('Effect', 'Bedeutung')],
        issues.slice(0, 200).map(({ id, name, relevant, effect }) => [id, name, relevant ? yes : no, effect]),
      ),
      ...table(
        label('Interested parties', 'Interessierte Parteien'),
        [label('Reference', 'Referenz'), label('Who', 'Wer'), label('Expects', 'Erwartet')],
        parties.slice(0, 200).map(({ id, name, expects }) => [id, name, expects]),
      ),
      ...table(
        label('Requirements', 'Anforderungen'),
        [
          label('Reference', 'Referenz'),
          label('Requirement', 'Anforderung'),
          label('Of whom', 'Von wem'),
          label('Taken up', 'Aufgegriffen'),
          label('By what, or why not', 'Wodurch, oder warum nicht'),
        ],
        requirements
          .slice(0, 400)
          .map(({ id, name, party, addressed, controls, reason }) => [
            id,
            name,
            nameOf(party),
            addressed ? yes : no,
            [...controls, reason ?? ''].filter(Boolean).join(', '),
          ]),
      ),
    ],
  };
}
