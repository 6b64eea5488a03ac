import { expect, test } from 'vitest';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { workerInPost } from '../support/decisions.ts';
import { linesOf } from '../support/dump.ts';
import { FROM_CLIENT, text } from '../support/people.ts';
import { timesOf } from '../support/siblings.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** A child whose clienthood of child welfare began by an assessment. */
async function childWelfareClient(world: World, worker: Worker, result = 'childWelfareClient') {
  const { clientId, caseId, told } = await begun(world, worker);
  const draft = await draftOf(worker, clientId, caseId);
  const at = `${AT(clientId)}/${text(told, 'assessmentId')}`;
  const end = { ...draft, result, specialSupport: false };
  expect((await worker.call('POST', `${at}/finish`, { version: 1, body: end })).status).toBe(200);
  return { clientId, at };
}

async function custodian(worker: Worker, clientId: string, given: string): Promise<string> {
  const relation = { roles: ['custodian'], person: { name: { family: 'Esimerkki', given } } };
  const told = await worker.call('POST', `/v1/clients/${clientId}/network`, {
    body: { relation, source: FROM_CLIENT },
  });
  return text(told, 'relationId');
}

const stateOfTelling = async (world: World, clientId: Parameters<typeof timesOf>[1]) =>
  (await timesOf(world, clientId)).find(({ rule }) => rule === 'protectionClienthoodTold')?.state;

test('the start of a child welfare relationship is told to each custodian, with way and day; the time is met when all are told', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, at } = await childWelfareClient(world, worker);
  const anna = await custodian(worker, clientId, 'Anna');
  world.clock.advance(1);
  const otto = await custodian(worker, clientId, 'Otto');
  const tell = (version: number, recipient: object, on = '2026-11-24') =>
    worker.call('POST', `${at}/tell`, { version, body: { recipient, way: 'phone', on } });

  expect(await tell(2, { kind: 'custodian', relationId: anna })).toMatchObject({
    status: 200,
    json: { version: 3, findings: ['assessment.custodianNotTold'] },
  });
  expect(await stateOfTelling(world, clientId)).toBe('running');
  expect(await tell(3, { kind: 'custodian', relationId: otto }, '2026-11-25')).toMatchObject({
    status: 422,
    json: { code: 'assessment.notValid', findings: [{ rule: 'assessment.toldOn' }] },
  });
  expect((await tell(3, { kind: 'custodian', relationId: otto })).json).toMatchObject({ findings: [] });
  expect(await stateOfTelling(world, clientId)).toBe('met');
  expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
    assessments: [
      {
        told: [
          { recipient: { kind: 'custodian', relationId: anna }, way: 'phone', on: '2026-11-24' },
          { recipient: { relationId: otto }, by: worker.userId },
        ],
      },
    ],
  });
  const told = (await linesOf(world.services)).filter(({ disclosure }) => disclosure !== undefined);
  expect(new Set(told.map(({ disclosure }) => disclosure?.recipient))).toEqual(
    new Set([
      { kind: 'representative', reference: anna },
      { kind: 'representative', reference: otto },
    ]),
  );
});

test('nobody is told of a relationship that did not begin, nor a stranger as a custodian', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const body = { recipient: { kind: 'child' }, way: 'meeting', on: '2026-11-24' };
  const none = await childWelfareClient(world, worker, 'need');
  expect(await worker.call('POST', `${none.at}/tell`, { version: 2, body })).toMatchObject({
    status: 409,
    json: { code: 'assessment.nobodyToTell' },
  });
});
