import type { Fact } from '../../domain/records/brief.ts';
import { progressOfCampaign } from '../../models/campaigns.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label } from './draft.ts';

/** What is signed or learned, word for word. */
export async function campaigns(store: Store, id: string): Promise<Draft> {
  const campaign = await store.campaigns.get(id);
  if (campaign === undefined) throw unrecoverable(`there is no campaign ${id}`);
  const { title, kind, text, control } = campaign;
  const named = control === undefined ? undefined : await store.controls.get(control);
  return {
    title,
    facts: [
      ...fact(
        kind === 'statement'
          ? label('What you accept', 'Was Sie anerkennen')
          : label('What you learn, and where', 'Was Sie lernen, und wo'),
        text,
      ),
      ...fact(label('Control', 'Maßnahme'), named && `${named.id} ${named.name}`),
    ],
    tables: [],
  };
}

/** How many have signed or learned what puts a control in place. */
export async function campaignFacts(store: Store, control: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const campaign of await store.campaigns.find({ control }, { sort: { _id: 1 } })) {
    const { answered, asked, excepted } = await progressOfCampaign(store, campaign);
    const exceptions = excepted === 0 ? label('', '') : label(`, ${excepted} excepted`, `, ${excepted} ausgenommen`);
    const text = label(
      `${answered} of ${asked} have answered${exceptions.en}`,
      `${answered} von ${asked} haben geantwortet${exceptions.de}`,
    );
    facts.push(...fact(label(`${campaign.id} ${campaign.title}`, `${campaign.id} ${campaign.title}`), text));
  }
  return facts;
}
