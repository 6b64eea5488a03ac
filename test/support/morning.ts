import { expect } from 'vitest';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { logPageOf } from './access-log.ts';
import { newClient } from './case-notes.ts';
import { finished } from './documents.ts';
import { linesOf } from './dump.ts';
import { printsAt } from './prints.ts';
import { testWorld, type Worker, type World } from './world.ts';

export type Morning = {
  world: World;
  worker: Worker;
  officer: Worker;
  supervisor: Worker;
  clientId: string;
  restricted: string;
  /** All that was written before the questions were asked, the latest first. */
  written: AccessEvent[];
};

/** What a morning leaves on the log: use, a search, a refused attempt, a file opened without a tie, a disclosure. */
export async function morning(): Promise<Morning> {
  const world = await testWorld({ rows: true });
  const worker = await world.worker('broadResponsibility', { specialRights: ['manageRestrictedFiles'] });
  const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const supervisor = await world.worker('supervisor', { specialRights: ['readAccessLog'] });
  const client = await newClient(world, worker);
  const restricted = await newClient(world, worker, { name: 'Esimerkki Eino' });
  const second = await world.worker('broadResponsibility', { specialRights: ['manageRestrictedFiles'] });
  const reason = 'Asiakas on yksikön työntekijän puoliso.';
  const readers = [worker.userId, second.userId];
  const told = await worker.call('POST', `/v1/clients/${restricted}/restriction`, {
    version: 2,
    body: { reason, readers },
  });
  expect(told.status, told.body).toBe(200);
  const documentId = await finished(worker, client);
  for (let count = 0; count < 28; count += 1) {
    world.clock.advance(1);
    await worker.call('GET', `/v1/clients/${client}`);
  }
  const opening = {
    clientId: client,
    hours: 2,
    reason: { code: 'urgentNeed', words: 'Asiakas tuli paikalle.' },
  };
  const givenTo = { recipient: 'court', purpose: 'courtProceedings', provision: '808/2019 42 §' };
  const acts = [
    () => worker.call('POST', '/v1/clients/search', { body: { name: 'esim aino' } }),
    () => worker.call('POST', '/v1/clients/search', { body: { name: 'nobo dyes' } }),
    () => stranger.call('GET', `/v1/clients/${client}`),
    () => stranger.call('POST', '/v1/access-rights/openings', { body: opening }),
    () => stranger.call('GET', `/v1/clients/${client}`),
    () => worker.call('POST', `${printsAt(client)}/bundle`, { body: { documentIds: [documentId], givenTo } }),
  ];
  const answered: number[] = [];
  for (const act of acts) {
    world.clock.advance(1);
    answered.push((await act()).status);
  }
  expect(answered).toEqual([200, 200, 403, 201, 200, 200]);
  await world.drained();
  const written = (await linesOf(world.services))
    .filter(({ controller }) => controller === world.controller)
    .toReversed();
  world.clock.advance(1);
  return { world, worker, officer, supervisor, clientId: client, restricted, written };
}

export type Shown = ReturnType<typeof logPageOf>['lines'];

/** All pages of a question, without what the questions themselves have left. */
export async function askedUntil(
  until: string,
  by: Worker,
  path: string,
): Promise<{ lines: Shown; pages: number }> {
  const lines: Shown = [];
  let pages = 0;
  for (let next: string | undefined = ''; next !== undefined; pages += 1) {
    const page = logPageOf(
      await by.call('GET', next === '' ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${next}`),
    );
    lines.push(...page.lines);
    ({ next } = page);
  }
  return { lines: lines.filter(({ eventTime }) => eventTime <= until), pages };
}
