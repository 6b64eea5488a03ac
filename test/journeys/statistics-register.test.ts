import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { compareRegister } from '../../infra/statistics/compare-register.ts';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { finished, SUMMARY } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { done, handler, recorded } from '../support/subject-requests.ts';

/** It is Tuesday 24 November 2026. */

const folder = mkdtempSync(join(tmpdir(), 'sointu-comparison-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the facts, held against the register', () => {
  test('are there for what stands and taken back for what was removed; what differs is told and mended, and what was disposed of is listed', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
    const { services, controller } = world;
    const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
    const another = await newClient(world, worker, { name: 'Olematon Eino' });
    const notes = `/v1/case-notes/clients/${clientId}/notes`;
    const ids: string[] = [];
    for (const _ of [1, 2, 3, 4, 5]) {
      ids.push(text(await worker.call('POST', notes, { body: anEntry() }), 'noteId'));
    }
    const [, removed = '', left = '', moved = '', disposed = ''] = ids;
    const reason = { initiator: 'ownInitiative', words: 'Wrong client.' };
    for (const noteId of [removed, left]) {
      const body = { reason: { ...reason, ground: 'erroneous' } };
      const told = await worker.call('POST', `${notes}/${noteId}/remove`, { version: 1, body });
      expect(told.status, told.body).toBe(200);
    }
    const to = { toClientId: another, reason };
    const told = await worker.call('POST', `${notes}/${moved}/move`, { version: 1, body: to });
    expect(told.status, told.body).toBe(200);
    await finished(worker, clientId);
    // A request that is decided anew before it is given: the first decision was taken back.
    const manager = await handler(world, 'management');
    const request = await recorded(worker, clientId);
    for (const _ of [1, 2]) {
      await done(manager, request, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
    }

    let runs = 0;
    const compare = async (mends: boolean) => {
      runs += 1;
      const { progress, gone } = await compareRegister({
        services,
        controller,
        ranBy: 'operator of the test',
        mends,
        unitsPerSecond: 100_000,
        progressFile: join(folder, `${runs}.json`),
        told: () => undefined,
      });
      return { ...progress.counts, gone };
    };
    const right = { looked: 7, missing: 0, left: 0, takenBack: 0, mended: 0, gone: [] };
    expect(await compare(false)).toEqual(right);

    const figures = async () =>
      (await countPeriod({ services, actor: { controller } }, Period.parse('2026-11'))).cubes.map(packedCube);
    const before = await figures();
    const items = await dumpOf(services, 'records');
    const lost = async (isOf: (item: Record<string, unknown>) => boolean): Promise<void> => {
      const [item, second] = items.filter(isOf);
      expect(second).toBeUndefined();
      await services.tables.clientOf(controller).send(
        new DeleteCommand({
          TableName: services.tables.records,
          Key: { pk: item?.['pk'], sk: item?.['sk'] },
        }),
      );
    };
    const factOf = (item: Record<string, unknown>, code: string) =>
      JSON.stringify(item['fact'] ?? {}).includes(code);
    // A document's and a decision's facts are lost, and an entry goes with its file: these are made again, that is told of.
    await lost((item) => item['entity'] === 'fact' && factOf(item, SUMMARY));
    const undone = items.flatMap(({ sk }) => (String(sk).startsWith('un#') ? String(sk).slice(2) : []));
    await lost(
      ({ sk, ...item }) =>
        factOf(item, 'subjectRequestDecided') && undone.every((name) => !String(sk).endsWith(name)),
    );
    await lost((item) => item['entity'] === 'caseNote' && item['noteId'] === disposed);
    world.clock.set(Instant.parse('2026-12-02T10:00:00.000Z'));
    const gone = [{ kind: 'caseNoteFinalised', month: '2026-11', facts: 1 }];
    const differs = { ...right, looked: 6, missing: 2, gone };
    expect(await compare(false)).toEqual(differs);
    expect(await compare(true)).toEqual({ ...differs, mended: 2 });
    expect(await compare(false)).toEqual({ ...right, looked: 6, gone });
    expect(await figures()).toEqual(before);
    expect(await linesOf(services)).toContainEqual(
      expect.objectContaining({ eventName: 'StatisticsCompared', clients: [], changedFields: ['ended'] }),
    );

    // One that was removed and is counted still: of the two that were, the taking back of one is lost.
    const undos = items.filter(
      (item) => String(item['sk']).startsWith('un#') && factOf(item, 'caseNoteFinalised'),
    );
    expect(undos).toHaveLength(2);
    const [undo] = undos;
    await lost(({ sk }) => sk === undo?.['sk']);
    expect(await compare(true)).toEqual({ ...right, looked: 6, left: 1, mended: 1, gone });
    expect(await figures()).toEqual(before);
  });
});
