import { describe, expect, it } from '@jest/globals';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { entryId, genesis, hashOf } from '../../models/trail.ts';
import { findingsIn, type History } from '../support/historyChecker.ts';

const at = '2026-11-26T08:00:00.000Z';
const id = 'riskReview-2026-Q4/reassess/RSK-001/1';
const lukas = { person: 'per-lukas00000', via: 'login' } as const;

function chainOf(events: readonly { event: string; data: Record<string, unknown> }[]): TrailEntry[] {
  let previous = genesis;
  return events.map(({ event, data }, n) => {
    const entry = { id: entryId(`task/${id}`, n + 1), chain: `task/${id}`, seq: n + 1, at, actor: lukas, event, data, previous };
    previous = hashOf(entry);
    return { ...entry, hash: previous };
  });
}

const opened = { event: 'opened', data: { key: 'run/1' } };
const completed = { event: 'completed', data: { state: 'done', request: 'k1', key: 'run/2' } };
const task = { id, state: 'done', seq: 2, level: 0, rungs: [], closedAt: at } as unknown as Task;
const mail = { id: 'm1', state: 'accepted', messageId: '<m1@tessel.example>', maybeDuplicate: false, answeredAt: at } as unknown as Mail;
const letter = {
  id: `${id}/opened`,
  kind: 'opened',
  state: 'accepted',
  task: id,
  mail: 'm1',
  at: '2026-11-20T08:00:00.000Z',
} as unknown as Letter;

/** A story in which everything went well. */
const well: History = {
  operations: [{ task: id, key: 'k1', result: 'ok' }],
  entries: chainOf([opened, completed]),
  tasks: [task],
  letters: [letter],
  mails: [mail],
  sunk: [{ MessageID: 'm1@tessel.example', To: [{}] }],
  running: new Set(),
  cuts: 0,
};

describe('the checker of histories', () => {
  it('When everything went well, it finds nothing; nor when an answer that nobody heard of has had its effect', () => {
    expect(findingsIn(well)).toEqual([]);
    expect(findingsIn({ ...well, operations: [{ task: id, key: 'k1', result: 'unknown' }] })).toEqual([]);
    expect(findingsIn({ ...well, operations: [...well.operations, { task: id, key: 'k2', result: 'unknown' }] })).toEqual([]);
  });

  it.each<[string, Partial<History>, RegExp]>([
    ['an answer that was confirmed is nowhere', { operations: [{ task: id, key: 'k9', result: 'ok' }] }, /k9 was answered "ok" and has 0/],
    ['a refused one has an effect', { operations: [{ task: id, key: 'k1', result: 'refused' }] }, /refused/],
    ['a task was decided twice', { entries: chainOf([opened, completed, completed]) }, /decided 2 times/],
    ['it went on after its end', { entries: chainOf([opened, completed, { event: 'commented', data: { state: 'done' } }]) }, /went on/],
    ['an entry is missing', { entries: well.entries.slice(1) }, /missing/],
    ['an entry was changed', { entries: well.entries.map((entry) => ({ ...entry, at: '2026-11-27T08:00:00.000Z' })) }, /hash/],
    ['the document is behind', { tasks: [{ ...task, seq: 1, state: 'open' }], running: new Set([id]) }, /stands at step 1/],
    ['an open task has no workflow', { tasks: [{ ...task, state: 'open' }] }, /workflow does not/],
    ['a closed one still runs', { running: new Set([id]) }, /workflow runs/],
    ['a level is higher than its rungs', { tasks: [{ ...task, level: 2 }] }, /level 2/],
    ['a mail was accepted and is nowhere', { sunk: [] }, /nobody has it/],
    ['a mail came twice and nothing explains it', { sunk: [...well.sunk, ...well.sunk] }, /delivered 2 times/],
    ['a mail went to two people', { sunk: [{ MessageID: 'm1@tessel.example', To: [{}, {}] }] }, /one recipient/],
    ['a letter asks for what was answered', { letters: [{ ...letter, at: '2026-11-28T08:00:00.000Z' }] }, /answered already/],
    ['a letter was forgotten', { letters: [{ ...letter, state: 'sending' }] }, /still sending/],
  ])('When %s, it says so', (_what, change, sentence) => {
    expect(findingsIn({ ...well, ...change }).join('\n')).toMatch(sentence);
  });

  it('When a copy is explained by a process that was killed, it is no finding', () => {
    expect(findingsIn({ ...well, mails: [{ ...mail, maybeDuplicate: true }], cuts: 1, sunk: [...well.sunk, ...well.sunk] })).toEqual([]);
  });
});
