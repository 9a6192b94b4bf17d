import { type Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { TemporalSecurity } from '../config.ts';
import { systemNow, toMs } from '../domain/clock.ts';

/**
 * A connection for people who wait: it connects when it is first needed, gives up after a second of trying instead of twenty, and finds a server
 * that was away within two seconds of its return.
 */
export const lazyConnection = (address: string, security: TemporalSecurity = {}): Connection =>
  Connection.lazy({
    ...{ address, ...security },
    connectTimeout: '3s',
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 4 }))],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });

/** Does the work with a limit for every call to Temporal in it: a server that hangs is a server that is away. */
export const within = <T>(client: Client, ms: number, work: () => Promise<T>): Promise<T> =>
  client.connection.withDeadline(toMs(systemNow()) + ms, work);
