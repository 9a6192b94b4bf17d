/** Servers that were killed or frozen a moment ago do not answer: whoever asks meanwhile hears nothing, and anything else is a failure of the test. */
export function unlessAway(failure: unknown): undefined {
  const { name = '', code } = failure as { name?: string; code?: number | string };
  if (/^Mongo(ServerSelection|Network|NetworkTimeout|PoolCleared|PoolClosed|NotConnected|ServerClosed)\w*Error$/.test(name))
    return undefined;
  if (name === 'ServiceError' || name === 'TypeError' || name === 'TimeoutError') return undefined;
  // gRPC: cancelled, deadline exceeded, unavailable.
  if (code === 1 || code === 4 || code === 14) return undefined;
  throw failure;
}
