import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { childsMatter } from '../support/childs-matter.ts';
import { doorsBeside } from '../support/doors-of-matter.ts';
import { linesOf } from '../support/dump.ts';
import { someLine } from '../support/sealing.ts';
import type { Matter } from '../support/whole-matter.ts';
import { findingsOf, judged } from '../support/witnessed.ts';
import type { World } from '../support/world.ts';

/** AWS's own records beside the access log: what happens behind the product's back is found, what is in order is not. */

let matter: Matter;
let world: World;

beforeAll(async () => {
  matter = await childsMatter();
  ({ world } = matter);
  for (const door of Object.values(doorsBeside(matter))) {
    world.clock.advance(7);
    await door.ask(matter.worker);
  }
  await world.drained();
});

/** The kinds of what is new since the last time. */
async function found(): Promise<string[]> {
  const before = new Set((await findingsOf(world)).map(({ findingId }) => findingId));
  await judged(world);
  return (await findingsOf(world)).filter(({ findingId }) => !before.has(findingId)).map(({ kind }) => kind);
}

/** Somebody who holds the key service and the tables opens a file, past every act. */
async function openedBehind(): Promise<KeyRing> {
  world.clock.advance(10);
  const file = await loadClientFile(world.services, world.controller, matter.clientId);
  if (file === undefined) throw new Error('The file is there.');
  const ring = keyRing(world.services, world.controller, file.keys);
  await ring.warm();
  world.clock.advance(10);
  return ring;
}

test('a matter handled from its notification to its end leaves nothing for the witnesses to find', async () => {
  expect(await found()).toEqual([]);
  const [line] = (await linesOf(world.services)).slice(-1);
  expect(line).toMatchObject({ eventName: 'WitnessesCompared', clients: [], outcome: { result: 'allowed' } });
});

describe('behind the product’s back', () => {
  test('a key that was opened without a line is found, and that it was is itself a line', async () => {
    await openedBehind();
    expect(await found()).toEqual(['keyUseWithoutLine']);
    const [finding] = await findingsOf(world);
    expect(finding).toMatchObject({ state: 'open', by: expect.stringContaining('assumed-role/') });
    const lines = await linesOf(world.services);
    expect(lines.flatMap(({ resources }) => resources)).toContainEqual({
      kind: 'witnessFinding',
      id: finding?.findingId,
      version: 1,
    });
  });

  test('neither the finding nor what CloudTrail keeps names the client', async () => {
    const told = [...world.witness.delivered.keys(), JSON.stringify(await findingsOf(world))].join('\n');
    expect(told).not.toContain(matter.clientId);
  });

  test('an answer that left without a line is found', async () => {
    const at = world.clock.now();
    const request = { at, requestId: 'past-the-product', user: matter.worker.userId, method: 'GET' };
    world.witness.answered.push({ ...request, route: '/v1/clients/{proxy+}', status: 200, bytes: 2 });
    world.clock.advance(10);
    expect(await found()).toEqual(['answerWithoutLine']);
  });

  test('a line that no door knows of is found: somebody called a function past its door', async () => {
    await storeLine(world.services, someLine(world.services, world.controller));
    world.clock.advance(10);
    expect(await found()).toEqual(['lineWithoutAnswer']);
  });

  test('the key of another controller, tried and refused, is found', async () => {
    const context = { controller: ControllerId.parse('LOIMAA'), key: '01KBN4PZ00000000000000000K' };
    const wrapped = new Uint8Array(60).fill(1);
    await expect(world.services.vault.unwrap('client', wrapped, context)).rejects.toThrow();
    world.clock.advance(10);
    expect(await found()).toEqual(['keyUseRefused']);
  });

  test('a witness that was silenced is found', async () => {
    const { answered } = world.witness;
    const kept = answered.splice(0);
    await matter.worker.call('GET', `/v1/clients/${matter.clientId}`);
    answered.splice(0);
    world.clock.advance(10);
    // Each controller hears of the silence.
    expect((await found()).toSorted()).toEqual(['lineWithoutAnswer', 'witnessSilent', 'witnessSilent']);
    answered.push(...kept);
  });
});

test('a run that is repeated finds nothing anew', async () => {
  const before = await findingsOf(world);
  await openedBehind();
  await judged(world);
  const once = await findingsOf(world);
  expect(once).toHaveLength(before.length + 1);
  expect(await judged(world)).toBe(0);
  expect(await findingsOf(world)).toEqual(once);
});

test('what came too late for the first judgement is settled by the second', async () => {
  const { answered } = world.witness;
  await matter.worker.call('GET', `/v1/clients/${matter.clientId}`);
  const late = answered.length;
  await matter.worker.call('GET', `/v1/clients/${matter.clientId}`);
  const [held] = answered.splice(late);
  const from = world.clock.now();
  world.clock.advance(10);
  expect(await found()).toEqual(['lineWithoutAnswer']);
  if (held !== undefined) answered.push(held);
  await judged(world, { judgement: 'second', from });
  const states = (await findingsOf(world)).map(({ state }) => state);
  expect(states.filter((state) => state === 'settled')).toHaveLength(1);
  expect(states.at(-1)).toBe('settled');
});

test('a line that the sealer passed over is found a day later', async () => {
  const from = world.clock.now();
  await matter.worker.call('GET', `/v1/clients/${matter.clientId}`);
  const eventId = (await linesOf(world.services)).at(-1)?.eventId ?? '';
  world.clock.advance(10);
  await judged(world, { judgement: 'second', from, unsealed: [eventId] });
  const missed = (await findingsOf(world)).filter(({ kind }) => kind === 'lineNotSealed');
  expect(missed.map(({ evidence }) => evidence)).toEqual([eventId]);
});

describe('a finding is explained in words', () => {
  const FINDINGS = '/v1/access-log/witness-findings';

  test('by the data-protection officer, once; the words are sealed, and each look is itself a line', async () => {
    const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
    const list = z.object({ findings: z.array(z.looseObject({ findingId: z.string(), version: z.int() })) });
    const told = await officer.call('GET', FINDINGS);
    expect(told.status).toBe(200);
    const [finding] = list.parse(told.json).findings.filter(({ kind }) => kind === 'keyUseWithoutLine');
    if (finding === undefined) throw new Error('One was found.');
    expect(finding).toMatchObject({ state: 'open', sentence: expect.stringContaining('KMS opened') });
    const body = { result: 'ownOperation', words: 'Varmuuskopion harjoitus marraskuussa.' };
    const path = `${FINDINGS}/${finding.findingId}/explain`;
    expect(await officer.call('POST', path, { body, version: finding.version })).toMatchObject({
      status: 200,
    });
    expect(await officer.call('POST', path, { body, version: finding.version + 1 })).toMatchObject({
      status: 409,
      json: { code: 'witnessFinding.notOpen' },
    });
    const after = list.parse((await officer.call('GET', FINDINGS)).json).findings;
    expect(after.find(({ findingId }) => findingId === finding.findingId)).toMatchObject({
      state: 'explained',
      explanation: { ...body, by: officer.userId },
    });
    expect(JSON.stringify(await findingsOf(world))).not.toContain('harjoitus');
    expect((await linesOf(world.services)).map(({ eventName }) => eventName)).toContain(
      'WitnessFindingExplained',
    );
  });

  test('not by whoever has not the right, nor by another controller', async () => {
    expect(await (await world.worker('dataProtectionOfficer')).call('GET', FINDINGS)).toMatchObject({
      status: 403,
    });
    const other = await world.worker('dataProtectionOfficer', {
      controller: world.otherController,
      specialRights: ['readAccessLog'],
    });
    const [own] = (await findingsOf(world)).filter(({ kind }) => kind === 'keyUseWithoutLine');
    const path = `${FINDINGS}/${own?.findingId}/explain`;
    const body = { result: 'misuse', words: 'Toisen rekisterinpitäjän havainto.' };
    expect(await other.call('POST', path, { body, version: 1 })).toMatchObject({ status: 404 });
  });
});
