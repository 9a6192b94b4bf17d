import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { addRisks, foundOrganization, ids } from './organization.ts';
import { type Product, password, startProduct } from './product.ts';
import { eventually } from './time.ts';

export const run = 'riskReview-2026-Q4';

/**
 * A product in which a review is open: Lukas, whose name is as long as a name can be, is asked about one risk, Marta, who reads German, about
 * three; Hanna can sign in.
 */
export async function productInReview(options: Parameters<typeof startProduct>[0] = {}): Promise<Product> {
  const product = await startProduct(options);
  const { store } = product;
  await foundOrganization(store);
  await store.people.set(ids.marta, { language: 'de' });
  await store.people.set(ids.lukas, { name: 'W'.repeat(200) });
  await addRisks(store, ids.lukas, ['RSK-001']);
  await addRisks(store, ids.marta, ['RSK-002', 'RSK-003', 'RSK-004']);
  await store.risks.set('RSK-003', { name: 'N'.repeat(200) });
  await store.credentials.insert({ id: ids.hanna, passwordHash: await hashPassword(password), changedAt: systemNow() });
  await product.as(ids.hanna)('POST', '/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
  await eventually('all tasks are open', async () => (await store.tasks.count({ run })) === 4);
  return product;
}

/** Where the newest mail to this person with a link leads. */
export const linkTo = (product: Product, name: string): Promise<string> =>
  eventually(`a mail with a link to ${name}`, async () => {
    const mails = (await product.mail.messages()).filter((mail) => mail.To[0]?.Address === `${name}@tessel.example`);
    return mails.map(({ Text }) => /http\S+\/a\/[\w-]{43}/.exec(Text)?.[0]).findLast((link) => link !== undefined);
  });
