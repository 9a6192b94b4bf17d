import { toInstant, toMs } from '../../domain/clock.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { Invitation } from '../letters/types.ts';
import { linkId, linkToken } from '../links.ts';
import type { Context } from './context.ts';

const invitationLastsMs = 14 * 86_400_000;

/** Invitations among these letters. The link of each is made when it is sent: its token is stored nowhere. */
export async function invitations(context: Context, letters: readonly Letter[]): Promise<Invitation[]> {
  const sections: Invitation[] = [];
  for (const letter of letters.filter(({ kind }) => kind === 'invitation')) sections.push(await invitation(context, letter));
  return sections;
}

async function invitation({ store, deps, reader, names, at }: Context, { id: mail, facts: { by } }: Letter): Promise<Invitation> {
  const token = linkToken(deps.secret, mail);
  const expiresAt = toInstant(toMs(at) + invitationLastsMs);
  await store.links.insert({ id: linkId(token), kind: 'invitation', person: reader.id, mail, tasks: [], createdAt: at, expiresAt });
  return { kind: 'invitation', token, expiresAt, ...(typeof by === 'string' && { invitedBy: await names(by) }) };
}
