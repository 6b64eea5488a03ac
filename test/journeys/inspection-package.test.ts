import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { LEFT_OUT } from '../../shared/domain/data-subject-requests/package/left-out.ts';
import { PERSONAL_STORES } from '../../shared/domain/stores/register.ts';
import { anEntry, write } from '../support/case-notes.ts';
import { childsMatter } from '../support/childs-matter.ts';
import { dumpOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import {
  AS_MINOR,
  allGiven,
  done,
  handler,
  packaged,
  recorded,
  rulesOf,
  step,
} from '../support/subject-requests.ts';
import { type Matter, WORD } from '../support/whole-matter.ts';
import type { Worker } from '../support/world.ts';

/** Tarkastuspaketti: all that is held on a child whose matter went all the way. */

type Item = {
  place: number;
  part: string;
  kind: string;
  id?: string;
  flags?: string[];
  told?: object;
  file?: object;
};
type Given = { items: Item[]; sha256: string; parts: number };

const Coded = z.looseObject({ personalIdentityCode: z.string() });
const GRANT = { outcome: 'granted', delivery: { mode: 'copy' } };
const NEIGHBOUR = 'Naapuri Niina Nivala soitti yöllä';

let matter: Matter;
let manager: Worker;
let path: string;
let noteId: string;

const partAt = async (part: number): Promise<Item[]> => {
  const told = await manager.call('GET', `${path}/package/parts/${part}`);
  expect(told.status, told.body).toBe(200);
  return told.json['items'] ?? [];
};
const allItems = async (parts: number): Promise<Item[][]> =>
  Promise.all(Array.from({ length: parts }, (_, part) => partAt(part)));
const given = async (part: number): Promise<Given> => {
  const told = await manager.call('GET', `${path}/package/parts/${part}/given`);
  expect(told.status, told.body).toBe(200);
  return JSON.parse(told.body ?? '{}');
};

beforeAll(async () => {
  matter = await childsMatter();
  const { world, worker, clientId } = matter;
  manager = await handler(world, 'management');
  const passage = `${NEIGHBOUR}.`;
  const content = {
    text: `Poika kertoi viikosta. ${passage} Sovittiin uusi aika. Serkku Sanna on huolissaan.`,
    thirdPersons: [{ passage, about: 'naapuri' }],
  };
  noteId = text(
    await write(worker, clientId, anEntry({ serviceTasks: ['childWelfare'] }, content)),
    'noteId',
  );
  path = await recorded(worker, clientId, AS_MINOR);
});

describe('the package of the right of inspection', () => {
  let parts: Item[][];
  beforeAll(async () => {
    const told = await manager.call('POST', `${path}/package`);
    expect(told.status, told.body).toBe(201);
    expect(told.json).toMatchObject({ more: false });
    parts = await allItems(Number(told.json['parts']));
  });

  test('holds everything that the register of stores calls data, and says of the rest why it is not in it [J-9.1, L-10.1, K-11.1]', () => {
    const kinds = new Set(parts.flat().map(({ kind }) => kind));
    for (const kind of [
      'client',
      'case',
      'caseNote',
      'document',
      'decision',
      'attachment',
      'plan',
      'matterOfClient',
      'subjectRequest',
    ]) {
      expect(kinds).toContain(kind);
    }
    const known = PERSONAL_STORES.filter(({ shows }) => shows === 'data').map(({ kind }) => kind);
    for (const kind of kinds) expect(known).toContain(kind);
    for (const kind of Object.keys(LEFT_OUT))
      expect([known.includes(kind), kinds.has(kind)]).toEqual([true, false]);
    expect(JSON.stringify(parts).split(WORD).length).toBeGreaterThan(10);
  });

  test('is without what was marked of others when it was written, without a shielded notifier, and flags where to look', () => {
    const all = JSON.stringify(parts);
    expect(all).not.toContain('Nivala');
    const note = parts.flat().find(({ id }) => id === noteId);
    expect(note).toMatchObject({
      flags: ['thirdPersonsMarked'],
      told: {
        content: { text: 'Poika kertoi viikosta. […] Sovittiin uusi aika. Serkku Sanna on huolissaan.' },
      },
    });
    const notified = parts.flat().find(({ kind }) => kind === 'matterOfClient');
    expect(notified?.flags).toContain('notifier');
    expect(all).not.toContain('"fileKey"');
    expect(all).not.toContain('"relatedClientId"');
  });

  test('is given only after a person went through every part, and after the decision names what is withheld', async () => {
    const head = () => manager.call('GET', `${path}/package`);
    const release = async () =>
      manager.call('POST', `${path}/package/release`, { version: Number((await head()).json['version']) });
    const check = async (part: number, body: object) =>
      manager.call('POST', `${path}/package/parts/${part}/check`, {
        body,
        version: Number((await head()).json['version']),
      });
    const zero = () => manager.call('GET', `${path}/package/parts/0/given`);
    await done(manager, path, 'decide', GRANT);
    expect(await release()).toMatchObject({ json: { code: 'subjectRequest.notChecked' } });
    expect(await zero()).toMatchObject({ json: { code: 'subjectRequest.identityPending' } });
    await done(manager, path, 'identity', { result: 'identityDocument' });
    expect(await zero()).toMatchObject({ json: { code: 'subjectRequest.notReleased' } });

    const part = parts.findIndex((items) => items.some(({ id }) => id === noteId));
    const place = parts[part]?.find(({ id }) => id === noteId)?.place;
    const other = parts[part]?.find(({ place: one, file }) => one !== place && file === undefined)?.place;
    const all = await allGiven(manager, path, part);
    const nothing = { ...all, masked: [{ place, passage: 'Ei ole tekstissä' }] };
    expect(rulesOf(await check(part, nothing))).toEqual([422, 'subjectRequest.maskedOfPart']);
    for (const at of parts.keys()) {
      const review = {
        withheld: [{ place: other, ground: 'othersRights' }],
        masked: [{ place, passage: 'Serkku Sanna on huolissaan.' }],
      };
      const files = await allGiven(manager, path, at);
      expect((await check(at, at === part ? { ...files, ...review } : files)).status).toBe(200);
    }
    expect(rulesOf(await release())).toEqual([422, 'subjectRequest.withheldDecided']);
    const partly = {
      ...GRANT,
      outcome: 'partly',
      grounds: ['othersRights'],
      reasons: 'Kohta kertoo lähes yksinomaan sisaruksen asioista.',
    };
    await done(manager, path, 'decide', partly);
    expect((await release()).status).toBe(200);

    const told = await given(part);
    expect(told.items.find((item) => item.place === other)).toMatchObject({
      refused: [{ ground: 'othersRights', provision: '1050/2018 34 §' }],
    });
    expect(told.items.find((item) => item.place === other)).not.toHaveProperty('told');
    expect(JSON.stringify(told)).not.toContain('Serkku Sanna');
    expect((await manager.call('POST', `${path}/package`)).status).toBe(409);
    expect(await step(manager, path, 'decide', GRANT)).toMatchObject({
      json: { code: 'subjectRequest.notNow' },
    });
  });

  test('is the same each time it is given, as data and as PDF, whatever has been written since [J-9.7, K-14.2]', async () => {
    const first = await Promise.all(parts.map((_, part) => given(part)));
    await write(matter.worker, matter.clientId, anEntry({ serviceTasks: ['childWelfare'] }));
    matter.world.clock.advance(1);
    expect(await Promise.all(parts.map((_, part) => given(part)))).toEqual(first);
    const headers = { accept: 'application/pdf' };
    const print = () => manager.call('GET', `${path}/package/parts/0/print?form=pdf`, { headers });
    const [once, again] = [await print(), await print()];
    expect(once.status, once.body).toBe(200);
    expect(Buffer.from(once.bytes ?? []).equals(Buffer.from(again.bytes ?? []))).toBe(true);
    const page = await manager.call('GET', `${path}/package/parts/0/print`);
    expect(page.body).toContain('Sinusta tallennetut tiedot');
  });

  test('lies sealed: no word of it stands in the table', async () => {
    const stored = JSON.stringify(await dumpOf(matter.world.services, 'records'));
    for (const word of [WORD, 'Serkku Sanna', 'huolissaan']) expect(stored).not.toContain(word);
  });
});

describe('of some documents, for a party', () => {
  test('the package holds what the decision names and nothing else', async () => {
    const asked = {
      kind: 'partyDocuments',
      asker: 'party',
      askerName: 'Keksitty Isä',
      rightToAct: 'Toinen huoltaja, jota asia koskee.',
    };
    const own = await recorded(matter.worker, matter.clientId, asked);
    const targets = [{ kind: 'caseNote', id: noteId }];
    await done(manager, own, 'decide', { ...GRANT, targets });
    await packaged(manager, own);
    expect((await step(manager, own, 'deliver', { on: '2026-11-24', mode: 'copy' })).status).toBe(409);
    await done(manager, own, 'identity', { result: 'identityDocument' });
    const told = await manager.call('GET', `${own}/package/parts/0/given`);
    expect(told.json).toMatchObject({ parts: 1, items: [{ kind: 'caseNote', id: noteId }] });
  });
});

describe('of somebody on whom nothing is held', () => {
  const NO_DATA = '/v1/data-subject-requests/no-data';
  const asked = {
    personalIdentityCode: '010190-900P',
    name: 'Keksitty Kysyjä',
    receivedOn: '2026-11-20',
    identity: 'identityDocument',
  };

  test('the answer is that nothing is held or processed, and the code is kept nowhere [U-10.2, K-14.1]', async () => {
    const told = await manager.call('POST', NO_DATA, { body: asked });
    expect(told.status, told.body).toBe(201);
    const tomorrow = await manager.call('POST', NO_DATA, { body: { ...asked, receivedOn: '2026-11-27' } });
    expect(rulesOf(tomorrow)).toEqual([422, 'subjectRequest.receivedAlready']);
    for (const [language, said] of [
      ['fi', 'ei ole sinua asiakkaana koskevia tietoja'],
      ['sv', 'inga uppgifter om dig'],
      ['en', 'no data on you'],
    ] as const) {
      const page = await manager.call(
        'GET',
        `${NO_DATA}/${told.json['requestId']}/letter?language=${language}`,
      );
      expect(page.body).toContain(said);
      expect(page.body).toContain('Keksitty Kysyjä');
    }
    const stored = JSON.stringify(await dumpOf(matter.world.services, 'records'));
    for (const word of ['010190-900P', 'Keksitty Kysyjä']) expect(stored).not.toContain(word);
  });

  test('of a client it is refused, and the client is named to who may know of it [U-10.1]', async () => {
    const { json } = await matter.worker.call('GET', `/v1/clients/${matter.clientId}`);
    const { baseData } = z.looseObject({ baseData: Coded }).parse(json);
    const body = { ...asked, personalIdentityCode: baseData.personalIdentityCode };
    expect(await manager.call('POST', NO_DATA, { body })).toMatchObject({
      status: 409,
      json: { code: 'subjectRequest.held', details: { clientId: matter.clientId } },
    });
  });
});
