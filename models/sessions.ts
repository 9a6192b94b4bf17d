import type { Store } from './store.ts';

/** Where express-session keeps what a browser is signed in as. */
export const sessionsName = 'sessions';

/** Ends every session of these people. Returns how many there were. */
export async function endSessions(store: Store, people: readonly string[]): Promise<number> {
  if (people.length === 0) return 0;
  return (await store.connection.collection(sessionsName).deleteMany({ 'session.person': { $in: [...people] } })).deletedCount;
}
