const BUSY = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'TransactionInProgressException',
  'ServiceUnavailable',
  'TimeoutError',
  'KMSInternalException',
  'DependencyTimeoutException',
  'KeyUnavailableException',
  'LimitExceededException',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  // Another function of a release that is just being taken into use will know the item.
  'NewerItemFault',
]);

/** Whether a failure is one that passes by itself, so that the caller is told to try again. */
export function isBusy(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return BUSY.has(thrown.name) || BUSY.has(code);
}
