import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { verifyExtract } from '../../shared/trail/verifying/verify-extract.ts';
import { anyClient } from '../support/access-log.ts';
import { memorySealer } from '../support/sealing.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const Extract = z.looseObject({
  clientIds: z.array(z.string()),
  checkpoint: z.string().optional(),
  lines: z.array(
    z.looseObject({
      index: z.number(),
      entry: z.string(),
      opened: z.array(z.looseObject({ name: z.string(), value: z.unknown(), salt: z.string() })),
      proof: z.array(z.string()),
      pseudonym: z.string().optional(),
    }),
  ),
  unsealed: z.array(z.looseObject({ eventName: z.string() })),
  withheld: z.number(),
});
type Extract = z.infer<typeof Extract>;

let world: World;
let officer: Worker;
let worker: Worker;
let log: ReturnType<typeof memorySealer>;
let clientId: string;
let other: string;
let requestId: string;

const of = (rest = ''): string => `/v1/log-requests/clients/${clientId}/requests${rest}`;
const key = () => log.sealer.keyOf(world.controller);

async function seal(): Promise<void> {
  await world.drained();
  await sealLog(log.sealer, world.controller, { begin: plusMinutes(world.clock.now(), -120) });
}

async function answered(body: object): Promise<string> {
  const LETTER = {
    receivedOn: '2026-11-24',
    channel: 'letter',
    asker: 'client',
    identity: 'identityDocument',
  };
  const told = await officer.call('POST', of(), { body: LETTER });
  const id = String(told.json['requestId']);
  const answer = await officer.call('POST', of(`/${id}/answer`), { body, version: 1 });
  expect(answer.status, answer.body).toBe(200);
  return id;
}

async function extract(id = requestId): Promise<Extract> {
  const told = await officer.call('GET', of(`/${id}/extract`));
  expect(told.status, told.body).toBe(200);
  return Extract.parse(told.json);
}

const valueIn = (line: Extract['lines'][number] | undefined, name: string): unknown =>
  line?.opened.find((part) => part.name === name)?.value;

beforeAll(async () => {
  world = await testWorld();
  log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  worker = await world.worker('broadResponsibility', { name: 'Ville Virta' });
  officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
    name: 'Tarja Tietosuoja',
  });
  [clientId, other] = [await anyClient(world, worker), await anyClient(world, worker)];
  await world.drained();
  // A page that shows both, and so a line that names both.
  await worker.call('POST', '/v1/clients/search', { body: { name: 'keks testi' } });
  world.clock.advance(1);
  await worker.call('GET', `/v1/clients/${clientId}`);
  requestId = await answered({ outcome: 'given' });
  await seal();
});

describe('the extract of a client', () => {
  test('proves each sealed line by the public key alone, and says which are not sealed yet', async () => {
    world.clock.advance(1);
    await worker.call('GET', `/v1/clients/${clientId}`);
    const given = await extract();
    expect(given.unsealed.map(({ eventName }) => eventName)).toEqual(['ClientFileOpened']);
    expect(given.lines.map((line) => valueIn(line, 'eventName'))).toEqual(
      expect.arrayContaining(['ClientsListed', 'ClientFileOpened', 'LogRequestAnswered', 'ClientCreated']),
    );
    expect(verifyExtract(given, await key())).toMatchObject({
      findings: [],
      proven: given.lines.length,
      unsealed: 1,
      withheld: 0,
    });
  });

  test('says who, on what ground and when, and nothing of the worker beyond the name, post, role and unit', async () => {
    const { lines } = await extract();
    const opened = lines.find((line) => valueIn(line, 'eventName') === 'ClientFileOpened');
    expect(valueIn(opened, 'userIdentity.name')).toBe('Ville Virta');
    expect(valueIn(opened, 'basis.legalGround')).toBe('703/2023 § 9');
    const names = new Set(lines.flatMap((line) => line.opened.map(({ name }) => name)));
    for (const name of ['userIdentity.userId', 'sourceIPAddress', 'userAgent', 'requestId']) {
      expect(names).not.toContain(name);
    }
  });

  test('names no other client, though the sealed line does', async () => {
    const given = await extract();
    expect(JSON.stringify(given)).not.toContain(other);
    const listed = given.lines.find((line) => valueIn(line, 'eventName') === 'ClientsListed');
    expect(listed?.entry).toMatch(/^clients\.1 /m);
  });

  test('is given for an answered request only', async () => {
    const told = await officer.call('POST', of(), {
      body: { receivedOn: '2026-11-24', channel: 'letter', asker: 'client', identity: 'identityDocument' },
    });
    const open = await officer.call('GET', of(`/${String(told.json['requestId'])}/extract`));
    expect(open).toMatchObject({ status: 409, json: { code: 'logRequest.nothingGiven' } });
  });

  test('keeps back the name of a worker under a pseudonym, and lines, and is true all the same', async () => {
    const words = 'Asiakas on uhannut työntekijää.';
    const id = await answered({
      outcome: 'partly',
      decision: 'Työntekijän nimeä ei anneta hänen turvallisuutensa vuoksi.',
      withheld: [
        {
          ground: 'rightsOfOthers',
          withheld: { what: 'names', scope: { of: 'users', userIds: [worker.userId] } },
          words,
        },
        {
          ground: 'crime',
          withheld: { what: 'lines', scope: { of: 'users', userIds: [officer.userId] } },
          words,
        },
      ],
    });
    await seal();
    const given = await extract(id);
    expect(JSON.stringify(given)).not.toMatch(/Ville Virta|Tarja Tietosuoja/);
    expect(given.withheld).toBeGreaterThan(3);
    const pseudonyms = new Set(given.lines.map(({ pseudonym }) => pseudonym));
    expect([...pseudonyms]).toEqual([expect.stringMatching(/^[0-9A-Z]{6}-1$/)]);
    expect(verifyExtract(given, await key())).toMatchObject({
      findings: [],
      pseudonyms: given.lines.length,
      withheld: given.withheld,
    });
  });

  test('with anything changed in it is found, whatever was changed', async () => {
    const given = await extract();
    const verifier = await key();
    expect(verifyExtract(given, verifier).findings).toEqual([]);
    const lineAt = fc.nat(given.lines.length - 1);
    const mutation = fc.oneof(
      fc.record({ what: fc.constantFrom('value', 'salt', 'drop', 'entry', 'index', 'proof'), line: lineAt }),
      fc.record({ what: fc.constantFrom('twice', 'controller', 'client', 'checkpoint'), line: lineAt }),
    );
    fc.assert(
      fc.property(mutation, fc.nat(), ({ what, line }, nth) => {
        const spoilt = structuredClone(given);
        spoil(spoilt, what, line, nth);
        return verifyExtract(spoilt, verifier).findings.length > 0;
      }),
      { numRuns: 300 },
    );
  });

  test('of another log, or signed by another key, is none of this one', async () => {
    const given = await extract();
    const foreign = await memorySealer(world.services).sealer.keyOf(world.otherController);
    expect(verifyExtract(given, foreign).findings).toEqual([{ kind: 'wrongKey' }]);
    expect(verifyExtract({ lines: [] }, await key()).findings).toEqual([{ kind: 'unreadable' }]);
  });
});

const ALWAYS_OPEN = ['eventId', 'eventTime', 'eventName', 'controller', 'basis.kind', 'outcome.result'];

function spoil(given: Extract, what: string, at: number, nth: number): void {
  const line = given.lines[at];
  if (line === undefined) throw new Error('no such line');
  const part = line.opened[nth % line.opened.length];
  if (part === undefined) throw new Error('no such part');
  switch (what) {
    case 'value':
      part.value = `${String(part.value)}x`;
      return;
    case 'salt':
      part.salt = Buffer.from([...Buffer.from(part.salt, 'base64')].toReversed()).toString('base64');
      return;
    case 'drop':
      line.opened = line.opened.filter(({ name }) => name !== ALWAYS_OPEN[nth % ALWAYS_OPEN.length]);
      return;
    case 'entry':
      line.entry = line.entry.replace(/[A-Za-z]/, (letter) => (letter === 'x' ? 'y' : 'x'));
      return;
    case 'index':
      line.index += 1 + (nth % 3);
      return;
    case 'proof':
      line.proof = line.proof.slice(1);
      return;
    case 'twice':
      given.lines.push(structuredClone(line));
      return;
    case 'controller':
      given['controller'] = 'LOIMAA';
      return;
    case 'client':
      given.clientIds = ['01KBN4PZ0000000000000000ZZ'];
      return;
    default:
      given.checkpoint = given.checkpoint?.replace(/\n\d+\n/, (size) => `\n${Number(size) + 1}\n`);
  }
}
