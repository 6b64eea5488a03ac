import * as z from 'zod';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import type { Told, Worker } from './world.ts';

/** Services of clients as workers open and carry them out over the API. */

export const serviceBody = (caseId: CaseId, more: Record<string, unknown> = {}) => ({
  caseId,
  serviceTask: 'families',
  socialService: 'familyWork',
  basis: { kind: 'agreement' },
  producer: { kind: 'own' },
  validFrom: '2026-11-20',
  ...more,
});

export const askForService = (
  worker: Worker,
  clientId: ClientId,
  caseId: CaseId,
  more: Record<string, unknown> = {},
): Promise<Told> =>
  worker.call('POST', `/v1/services/clients/${clientId}/services`, { body: serviceBody(caseId, more) });

/** A service opened by this worker. @returns its path. */
export async function openedService(
  worker: Worker,
  clientId: ClientId,
  caseId: CaseId,
  more: Record<string, unknown> = {},
): Promise<string> {
  const told = await askForService(worker, clientId, caseId, more);
  if (told.status !== 201) throw new Error(`not opened: ${told.body ?? ''}`);
  return z.string().parse(told.headers['location']);
}

/** An act on a service in the version it stands in. */
export const actOnService = (
  worker: Worker,
  at: string,
  what: 'start' | 'suspend' | 'resume' | 'evaluate' | 'end',
  version: number,
  body?: Record<string, unknown>,
): Promise<Told> =>
  worker.call('POST', `${at}/${what}`, { version, ...(body === undefined ? {} : { body }) });

const Listed = z.object({ services: z.array(z.looseObject({ state: z.string(), version: z.int() })) });

export const servicesOf = async (
  worker: Worker,
  clientId: ClientId,
  which: 'services' | 'ended' = 'services',
) => Listed.parse((await worker.call('GET', `/v1/services/clients/${clientId}/${which}`)).json).services;
