import { expect } from 'vitest';
import * as z from 'zod';
import type { JobRole } from '../../shared/access/job-roles.ts';
import type { Told, Worker, World } from './world.ts';

/** The desk that handles what persons ask of their data, for journeys. */

/** Somebody who handles requests, in this role. */
export const handler = (world: World, role: JobRole): Promise<Worker> =>
  world.worker(role, { unitIds: [], specialRights: ['handleDataRequests'] });

export const requestsOf = (clientId: string, rest = ''): string =>
  `/v1/data-subject-requests/clients/${clientId}/requests${rest}`;

/** Why something is refused, and what shows that a request is excessive. */
export const REASONS = 'Tiedot ovat osa lapsen asiaa, jota poliisi tutkii.';
export const PROOF = 'Sama pyyntö on esitetty yhdeksän kertaa kahden kuukauden aikana.';

export const AN_INSPECTION = {
  kind: 'inspection',
  receivedOn: '2026-11-20',
  form: 'signedDocument',
  asker: 'client',
  words: 'Haluan nähdä kaikki tietoni.',
};

/** A minor who asks for oneself, able to understand what is asked. */
export const AS_MINOR = { asker: 'minor', rightToAct: 'Ymmärtää, mitä pyytää.' };

/** A request on record: its path. */
export async function recorded(worker: Worker, clientId: string, more: object = {}): Promise<string> {
  const told = await worker.call('POST', requestsOf(clientId), { body: { ...AN_INSPECTION, ...more } });
  expect(told.status, told.body).toBe(201);
  return requestsOf(clientId, `/${String(told.json['requestId'])}`);
}

/** Takes a step of a request from the version that stands for this worker. */
export async function step(worker: Worker, path: string, what: string, body?: object): Promise<Told> {
  const { json } = await worker.call('GET', path);
  return worker.call('POST', `${path}/${what}`, {
    version: Number(json['version']),
    ...(body === undefined ? {} : { body }),
  });
}

/** The same, and it is done. */
export async function done(worker: Worker, path: string, what: string, body?: object): Promise<void> {
  const told = await step(worker, path, what, body);
  expect(told.status, told.body).toBe(200);
}

/** The rules that spoke against a step. */
export const rulesOf = ({ status, json }: Told): unknown[] => {
  const findings: { rule: string }[] = json['findings'] ?? [];
  return [status, ...findings.map(({ rule }) => rule)];
};

export async function letter(worker: Worker, path: string, query = ''): Promise<string> {
  const told = await worker.call('GET', `${path}/letter${query}`);
  expect(told.status, told.body).toBe(200);
  return told.body ?? '';
}

/** The queue, of this client alone. */
export async function waitingOf(worker: Worker, clientId: string, query = ''): Promise<unknown[]> {
  const told = await worker.call('GET', `/v1/data-subject-requests/waiting${query}`);
  expect(told.status, told.body).toBe(200);
  const rows: { clientId: string }[] = told.json['waiting'] ?? [];
  return rows.filter((row) => row.clientId === clientId);
}

const PartToCheck = z.looseObject({
  items: z.array(z.looseObject({ place: z.number(), file: z.looseObject({}).optional() })),
  pointedOut: z.array(z.looseObject({ place: z.number(), words: z.string() })),
});

/** A review of a part that gives all of it: its files were opened, and what was pointed out may go. */
export async function allGiven(worker: Worker, path: string, part: number): Promise<object> {
  const told = await worker.call('GET', `${path}/package/parts/${part}`);
  const { items, pointedOut } = PartToCheck.parse(told.json);
  return {
    files: items.flatMap(({ place, file }) => (file === undefined ? [] : [{ place }])),
    mayGo: pointedOut.map(({ place, words }) => ({ words, places: [place] })),
  };
}

/** Puts the package of a request together, goes through each part and releases it. */
export async function packaged(worker: Worker, path: string, reviews: readonly object[] = []): Promise<void> {
  const put = await worker.call('POST', `${path}/package`);
  expect(put.status, put.body).toBe(201);
  const parts = Number(put.json['parts']);
  let version = Number(put.json['version']);
  for (let part = 0; part < parts; part += 1) {
    const body = reviews[part] ?? (await allGiven(worker, path, part));
    const told = await worker.call('POST', `${path}/package/parts/${part}/check`, { body, version });
    expect(told.status, told.body).toBe(200);
    version = Number(told.json['version']);
  }
  const released = await worker.call('POST', `${path}/package/release`, { version });
  expect(released.status, released.body).toBe(200);
}
