import type { Table } from '../../domain/records/brief.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { campaignFacts } from './campaigns.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { rolloutFacts, rolloutTables } from './rollouts.ts';
import { actsOn, bands, kinds, results, standings } from './words.ts';

/** A control as it stands: what it is for, what shows it, and what was found before. */
export async function controls(store: Store, id: string, at: Instant): Promise<Draft> {
  const control = await store.controls.get(id);
  if (control === undefined) throw unrecoverable(`there is no control ${id}`);
  return {
    title: `${control.id} ${control.name}`,
    facts: [
      ...(await controlFacts(store, control)),
      ...(await rolloutFacts(store, { control: id }, at)),
      ...(await campaignFacts(store, id)),
    ],
    tables: [...(await risksOf(store, id)), ...(await checksOf(store, id)), ...(await rolloutTables(store, { control: id }, at))],
  };
}

export const controlFacts = async (store: Store, control: Control) => [
  ...fact(label('What it is', 'Worum es geht'), control.description),
  ...fact(label('Kind', 'Art'), said(kinds, control.kind)),
  ...fact(label('Owner', 'Verantwortlich'), await nameOf(store, control.owner)),
  ...fact(label('Stands', 'Stand'), said(standings, control.status)),
  ...fact(label('What shows that it is there', 'Woran man sieht, dass sie da ist'), control.shownBy),
  ...fact(label('Put in place by', 'Umgesetzt von'), await nameOf(store, control.implementedBy)),
  ...fact(label('Verified by', 'Bestätigt von'), await nameOf(store, control.verifiedBy)),
  ...fact(label('In place since', 'Umgesetzt seit'), control.implementedOn, 'day'),
  ...fact(label('How it works', 'Wirkung'), said(results, control.effectiveness)),
  ...fact(label('Last checked', 'Zuletzt geprüft'), control.checkedOn, 'day'),
  ...fact(label('Check holds until', 'Prüfung gilt bis'), control.nextCheck, 'day'),
  ...fact(
    label('Annex A', 'Anhang A'),
    control.annexA.map((one) => `A.${one}`),
  ),
];

export const risksOf = async (store: Store, control: string): Promise<Table[]> => {
  const risks = await store.risks.find({ 'controls.control': control, status: { $nin: ['draft', 'closed', 'avoided'] } });
  return table(
    label('Risks that rely on it', 'Risiken, die sich darauf stützen'),
    [label('Risk', 'Risiko'), label('Name', 'Name'), label('Band', 'Band'), label('It acts on', 'Sie wirkt auf')],
    risks
      .slice(0, mostRows)
      .map(({ id, name, band, controls: linked }) => [
        id,
        name,
        said(bands, band) ?? label('Not judged yet', 'Noch nicht beurteilt'),
        said(actsOn, linked.find((one) => one.control === control)?.actsOn) ?? '',
      ]),
  );
};

const mostRows = 100;
const lastChecks = 5;

const checksOf = async (store: Store, control: string): Promise<Table[]> => {
  const checks = await store.controlChecks.find({ control }, { sort: { at: -1 }, limit: lastChecks });
  return table(
    label('Checked before', 'Bisher geprüft'),
    [
      label('When', 'Wann'),
      label('Result', 'Ergebnis'),
      label('Looked at', 'Angesehen'),
      label('Found', 'Festgestellt'),
      label('By', 'Von'),
    ],
    await Promise.all(
      checks.map(async ({ at, result, sample, finding = '', by }) => [
        at.slice(0, 10),
        results[result],
        sample,
        finding,
        (await nameOf(store, by.person)) ?? by.person,
      ]),
    ),
  );
};
