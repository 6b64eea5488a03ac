import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase, storedCase } from '../support/cases.ts';
import { linesOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { restrictTo } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const Progress = z.strictObject({
  jobId: z.string(),
  version: z.int(),
  state: z.enum(['underWay', 'done']),
  handed: z.int(),
  left: z.int(),
});
type Progress = z.infer<typeof Progress>;

type Stage = { world: World; leaver: Worker; successor: Worker; supervisor: Worker };

async function stage(): Promise<Stage> {
  const world = await testWorld();
  const [leaver, successor, supervisor] = [
    await world.worker('broadResponsibility'),
    await world.worker('arranging', { unitIds: [] }),
    await world.worker('supervisor'),
  ];
  return { world, leaver, successor, supervisor };
}

const begin = ({ world, leaver, successor, supervisor }: Stage): Promise<Told> =>
  supervisor.call('POST', '/v1/cases/hand-overs', {
    body: {
      unitId: world.units.families,
      fromWorkerId: leaver.userId,
      successorId: successor.userId,
    },
  });

/** As a front end goes on: look how it stands, then continue from there. */
async function goOn({ supervisor }: Stage, jobId: string): Promise<Told> {
  const { version } = Progress.parse((await supervisor.call('GET', `/v1/cases/hand-overs/${jobId}`)).json);
  return supervisor.call('POST', `/v1/cases/hand-overs/${jobId}/continue`, { version });
}

const clientsOf = async (worker: Worker): Promise<string[]> => {
  const { json } = await worker.call('GET', '/v1/cases/worklist/clients');
  return z
    .array(z.looseObject({ clientId: z.string() }))
    .parse(json['clients'])
    .map((row) => row.clientId);
};
const casesOf = async (worker: Worker): Promise<string[]> => {
  const { json } = await worker.call('GET', '/v1/cases/worklist/cases');
  return z
    .array(z.looseObject({ caseId: z.string() }))
    .parse(json['cases'])
    .map((row) => row.caseId);
};

/** Lines of what was handed over, by client. */
async function handedLines({ world }: Stage): Promise<string[][]> {
  const lines = await linesOf(world.services);
  return lines
    .filter(({ eventName, clients }) => eventName === 'ClientsHandedOver' && clients.length > 0)
    .map(({ clients }) => [...clients]);
}

/** Five clients of the leaver, each with a case; of one of them only the case is the leaver's. */
async function fill(of: Stage): Promise<{ own: ClientId[]; cases: string[] }> {
  const { world, leaver } = of;
  const own: ClientId[] = [];
  const cases: string[] = [];
  for (let nth = 0; nth < 4; nth += 1)
    own.push(await newClient(world, leaver, { name: `Mallila Aino${nth}` }));
  const colleague = await world.worker('broadResponsibility');
  const elsewhere = await newClient(world, colleague, { name: 'Oletto Irja' });
  for (const clientId of [...own, elsewhere]) {
    cases.push(await openedCase(world, leaver, clientId, { responsibleWorkerId: leaver.userId }));
  }
  return { own, cases };
}

describe("a leaver's clients and cases are handed to a successor", () => {
  test('all of a unit in one act: own worker and responsible worker change, a line for each client', async () => {
    const of = await stage();
    const { own, cases } = await fill(of);
    const { leaver, successor, supervisor, world } = of;
    const begun = await begin(of);
    const { jobId } = Progress.parse(begun.json);
    expect(begun).toMatchObject({ status: 201, json: { state: 'underWay', handed: 0, left: 5 } });
    expect(begun.headers['location']).toBe(`/v1/cases/hand-overs/${jobId}`);
    expect((await goOn(of, jobId)).json).toMatchObject({ state: 'done', handed: 5, left: 0 });
    expect([await clientsOf(leaver), await casesOf(leaver)]).toEqual([[], []]);
    expect((await clientsOf(successor)).toSorted()).toEqual(own.toSorted());
    expect((await casesOf(successor)).toSorted()).toEqual(cases.toSorted());
    const lines = await handedLines(of);
    expect(lines).toHaveLength(5);
    expect(new Set(lines.flat()).size).toBe(5);
    const [line] = (await linesOf(world.services)).filter(
      ({ eventName, clients }) => eventName === 'ClientsHandedOver' && clients[0] === own[0],
    );
    expect(line).toMatchObject({
      basis: { kind: 'supervision' },
      userIdentity: { userId: supervisor.userId },
      changedFields: ['ownWorkerId', 'responsibleWorkerId'],
      resources: expect.arrayContaining([{ kind: 'user', id: successor.userId }]),
    });
    expect((await goOn(of, jobId)).json).toMatchObject({ code: 'case.handOverDone' });
  });

  test('twenty in a call; the answer tells how many are left', async () => {
    const of = await stage();
    for (let nth = 0; nth < 22; nth += 1)
      await newClient(of.world, of.leaver, { name: `Mallila Aino${nth}` });
    const { jobId } = Progress.parse((await begin(of)).json);
    expect((await goOn(of, jobId)).json).toMatchObject({ state: 'underWay', handed: 20, left: 2 });
    expect((await of.supervisor.call('GET', `/v1/cases/hand-overs/${jobId}`)).json).toMatchObject({
      state: 'underWay',
      handed: 20,
      left: 2,
    });
    expect((await goOn(of, jobId)).json).toMatchObject({ state: 'done', handed: 22, left: 0 });
    expect(await clientsOf(of.successor)).toHaveLength(22);
  });

  test.each([
    ['before it stands', false],
    ['after it stands, its answer lost', true],
  ])(
    'and goes on where it stopped when a commit is cut %s: nothing is lost, nothing done twice',
    async (_, stands) => {
      const of = await stage();
      const { own, cases } = await fill(of);
      const { jobId } = Progress.parse((await begin(of)).json);
      for (let stops = 1; stops <= 3; stops += 1) {
        let commits = 0;
        const broken = betweenStore(of.world.services, async ({ name, send }) => {
          if (name !== 'TransactWriteCommand') return send();
          commits += 1;
          if (commits < 2) return send();
          if (stands) await send();
          throw named('ECONNRESET');
        });
        const told = await goOn(of, jobId);
        broken.mend();
        if (told.status === 200) break;
        expect(told.status).toBe(503);
      }
      let last: Progress | undefined;
      for (let calls = 0; calls < 3 && last?.state !== 'done'; calls += 1) {
        const told = await goOn(of, jobId);
        last = told.status === 200 ? Progress.parse(told.json) : last;
        if (told.json['code'] === 'case.handOverDone') break;
      }
      expect((await of.supervisor.call('GET', `/v1/cases/hand-overs/${jobId}`)).json).toMatchObject({
        state: 'done',
        handed: 5,
        left: 0,
      });
      expect((await clientsOf(of.successor)).toSorted()).toEqual(own.toSorted());
      expect((await casesOf(of.successor)).toSorted()).toEqual(cases.toSorted());
      const lines = (await handedLines(of)).flat();
      expect(lines.toSorted()).toEqual([...new Set(lines)].toSorted());
      expect(lines).toHaveLength(5);
      for (const clientId of own) {
        const { json } = await of.successor.call('GET', `/v1/clients/${clientId}`);
        expect(json['version']).toBe(3);
      }
    },
  );

  test('a shared case passes once, in every file; what is of another unit, or in other hands already, stays', async () => {
    const of = await stage();
    const { world, leaver, successor } = of;
    const aino = await newClient(world, leaver, { name: 'Mallila Aino' });
    const eino = await newClient(world, leaver, { name: 'Mallila Eino' });
    const shared = await openedCase(world, leaver, aino, {
      responsibleWorkerId: leaver.userId,
      otherClientIds: [eino],
    });
    const elsewhere = await openedCase(world, leaver, aino, {
      responsibleWorkerId: leaver.userId,
      unitId: world.units.adults,
    });
    const { jobId } = Progress.parse((await begin(of)).json);
    expect((await goOn(of, jobId)).json).toMatchObject({ state: 'done', handed: 2 });
    for (const clientId of [aino, eino]) {
      expect((await storedCase(world, clientId, shared)).active).toMatchObject({
        responsibleWorkerId: successor.userId,
        version: 2,
      });
    }
    expect(await casesOf(leaver)).toEqual([elsewhere]);
  });

  test('a restricted file passes only to one of its readers', async () => {
    const of = await stage();
    const { world, leaver, successor } = of;
    const closed = await newClient(world, leaver, { name: 'Rajattu Aino' });
    const open = await newClient(world, leaver, { name: 'Rajattu Eino' });
    await restrictTo(world, closed, [leaver.userId]);
    await restrictTo(world, open, [leaver.userId, successor.userId]);
    const { jobId } = Progress.parse((await begin(of)).json);
    expect((await goOn(of, jobId)).json).toMatchObject({ state: 'done', handed: 1, left: 0 });
    expect(await clientsOf(leaver)).toEqual([closed]);
    expect(await clientsOf(successor)).toEqual([open]);
  });

  test('by the supervisor of the unit alone, to one who does client work; two callers do not go on at once', async () => {
    const of = await stage();
    await fill(of);
    const { world, leaver, successor } = of;
    const body = {
      unitId: world.units.families,
      fromWorkerId: leaver.userId,
      successorId: successor.userId,
    };
    const other = await world.worker('supervisor', { unitIds: [world.units.adults] });
    expect((await other.call('POST', '/v1/cases/hand-overs', { body })).status).toBe(403);
    const mainUser = await world.worker('mainUser');
    for (const successorId of [mainUser.userId, leaver.userId]) {
      const told = await of.supervisor.call('POST', '/v1/cases/hand-overs', {
        body: { ...body, successorId },
      });
      expect(told.json).toMatchObject({ code: 'case.workerCannot' });
    }
    const { jobId } = Progress.parse((await begin(of)).json);
    expect((await other.call('GET', `/v1/cases/hand-overs/${jobId}`)).status).toBe(404);
    const path = `/v1/cases/hand-overs/${jobId}/continue`;
    const told = await Promise.all([1, 2].map(() => of.supervisor.call('POST', path, { version: 1 })));
    expect(told.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await goOn(of, jobId);
    expect((await handedLines(of)).flat()).toHaveLength(5);
  });
});
