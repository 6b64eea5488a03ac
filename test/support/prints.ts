import type { Told, Worker } from './world.ts';

/** Prints as workers ask for them over the API. */
export const printsAt = (clientId: string): string => `/v1/prints/clients/${clientId}`;

export const asPage = (worker: Worker, path: string): Promise<Told> => worker.call('GET', path);

/** With the header that the gateway needs to carry bytes. */
export const asPdf = (worker: Worker, path: string): Promise<Told> =>
  worker.call('GET', `${path}${path.includes('?') ? '&' : '?'}form=pdf`, {
    headers: { accept: 'application/pdf' },
  });

export function bytesOf(told: Told): Uint8Array {
  if (told.bytes === undefined) throw new Error(`no file: ${told.status} ${told.body ?? ''}`);
  return told.bytes;
}
