import { z } from 'zod';
import type { Context } from '../context.ts';

const Invited = z.looseObject({ person: z.string(), invitedAt: z.string() });

/** Sends a person the link to set a password. */
export async function invite({ client, people, output }: Context, said: string): Promise<void> {
  const { id, name, email } = await people.find(said);
  const invited = await client.post(`/people/${id}/invitation`, {}, Invited);
  output.result(invited, [`${name} is invited by mail to ${email}.`]);
}
