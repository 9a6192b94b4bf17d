import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '@temporalio/client';
import * as driver from 'mongodb';
import { refusalOf } from '../../api/problem.ts';

type PoolError = new (pool: { address: string; serverError: Error }, message?: string) => Error;
const errors = createRequire(import.meta.url)('mongodb/lib/cmap/errors') as Record<string, PoolError>;
const pool = { address: '127.0.0.1:1', serverError: new Error('the monitor heard nothing') };
const ofPool = (name: string): Error => {
  const Thrown = errors[name];
  if (Thrown === undefined) throw new Error(`the driver has no ${name}`);
  return new Thrown(pool);
};

describe('What the database driver throws', () => {
  it.each(
    [
      ofPool('PoolClosedError'),
      ofPool('PoolClearedError'),
      ofPool('PoolClearedOnNetworkError'),
      ofPool('WaitQueueTimeoutError'),
      new driver.MongoNetworkError('cut'),
      new driver.MongoNotConnectedError('not yet'),
    ].map((thrown) => [thrown.name, thrown] as const),
  )('When it is %s, the database is away, and the same request may be sent again', (_name, thrown) => {
    expect(refusalOf(thrown)).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('When it is something that we did wrong, it is a fault', () => {
    expect(refusalOf(new driver.MongoServerError({ message: 'unknown operator' }))).toBeUndefined();
    expect(refusalOf(new RangeError('out of range'))).toBeUndefined();
  });
});

describe('What Temporal answers to a command', () => {
  const answered = (code: number, message: string) =>
    new ServiceError('Workflow Update failed', { cause: Object.assign(new Error(message), { code }) });

  it('When the worker is behind with the workflow, the same request may be sent again', () => {
    const behind = answered(9, '9 FAILED_PRECONDITION: Unable to perform workflow execution update due to Workflow Task in failed state.');
    expect(refusalOf(behind)).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
