import { PersonAnswer } from '../answers.ts';
import type { Context } from '../context.ts';

/** Sends a person the link to set a password. */
export async function invite({ client, people, output }: Context, said: string): Promise<void> {
  const { id } = await people.find(said);
  const person = await client.post(`/people/${id}/invitation`, {}, PersonAnswer);
  output.result(person, [`${person.name} is invited by mail to ${person.email}.`]);
}
