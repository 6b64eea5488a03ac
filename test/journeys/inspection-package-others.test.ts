import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { anEntry, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { dumpOf } from '../support/dump.ts';
import { FROM_CLIENT, text } from '../support/people.ts';
import { onSiblings } from '../support/siblings.ts';
import { AS_MINOR, allGiven, done, handler, recorded, rulesOf } from '../support/subject-requests.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Tarkastuspaketti: others who stand in free text without a mark are pointed out, and each is decided before release. */

const Part = z.looseObject({
  items: z.array(z.looseObject({ place: z.number(), id: z.string().optional(), told: z.unknown() })),
  pointedOut: z.array(
    z.looseObject({ place: z.number(), words: z.string(), passage: z.string(), because: z.string() }),
  ),
});
type Part = z.infer<typeof Part>;

const TOLD = 'Eino pelkää. Einon äiti soitti numerosta 044 555 6666. Niinalle vastattiin. Aino nukkui.';
const MARKED = 'Serkku Sannan koulu on tiedossa.';

let world: World;
let worker: Worker;
let head: Worker;
let aino: ClientId;
let noteId: string;
let documentId: string;
let path: string;

const versionOf = async (): Promise<number> =>
  Number((await head.call('GET', `${path}/package`)).json['version']);
const check = async (body: object): Promise<Told> =>
  head.call('POST', `${path}/package/parts/0/check`, { body, version: await versionOf() });
const release = async (): Promise<Told> =>
  head.call('POST', `${path}/package/release`, { version: await versionOf() });
const part = async (): Promise<Part> => Part.parse((await head.call('GET', `${path}/package/parts/0`)).json);

beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility');
  head = await handler(world, 'management');
  const siblings = await onSiblings(world, worker);
  aino = siblings.aino;
  const caseId = await openedCase(world, worker, aino, { otherClientIds: [siblings.eino] });
  const cousin = {
    roles: ['otherRelative'],
    person: { name: { family: 'Serkkunen', given: 'Sanna' } },
    contacts: { phones: ['050 765 4321'], addresses: [{ street: 'Koivukuja 3' }] },
  };
  const body = { relation: cousin, source: FROM_CLIENT };
  expect((await worker.call('POST', `/v1/clients/${aino}/network`, { body })).status).toBe(201);
  const entry = anEntry(
    {},
    { text: `${TOLD} ${MARKED}`, thirdPersons: [{ passage: MARKED, about: 'serkku' }] },
  );
  noteId = text(await write(worker, aino, entry), 'noteId');
  const shared = 'Serkkusella asuu Koivukujalla. Einolla on oma suunnitelma.';
  documentId = await finished(worker, aino, aDraft({ caseId, content: summaryOf(shared) }), {
    draftVersion: 1,
    alsoOf: [siblings.eino],
  });
  path = await recorded(worker, aino, AS_MINOR);
  await done(head, path, 'identity', { result: 'identityDocument' });
  expect((await head.call('POST', `${path}/package`)).json).toMatchObject({ parts: 1, more: false });
});

const placeOf = ({ items }: Part, id: string): number => items.find((item) => item.id === id)?.place ?? -1;

test('a sibling, a relative, a notifier and a stranger’s number are pointed out where they stand unmarked, bent as they are', async () => {
  const told = await part();
  const at = (id: string) =>
    told.pointedOut
      .filter(({ place }) => place === placeOf(told, id))
      .map(({ words, because }) => `${because} ${words}`);
  expect(at(noteId)).toEqual(['name Eino', 'name Einon', 'phone 044 555 6666', 'name Niinalle']);
  // The document names both of its clients, with their codes.
  expect(at(documentId)).toEqual([
    'name Serkkusella',
    'address Koivukujalla',
    'name Einolla',
    'name Eino',
    'identityCode 020518A9000',
  ]);
  expect(told.pointedOut.find(({ words }) => words === 'Niinalle')?.passage).toContain(
    'Niinalle vastattiin.',
  );
  // Nothing says which of those whom the file knows it is: a notifier stays a secret.
  expect(JSON.stringify(told.pointedOut)).not.toContain('otifier');
});

test('a part is not gone through before each is taken out, withheld or said to be one that may go, and the package waits for it', async () => {
  const told = await part();
  await done(head, path, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
  const undecided = await check({});
  expect(rulesOf(undecided)).toEqual([422, 'subjectRequest.pointedOutDecided']);
  expect(undecided.body).not.toContain('Eino');
  expect((await release()).json).toMatchObject({ code: 'subjectRequest.notChecked' });

  const May = z.object({ words: z.string(), places: z.array(z.number()) });
  const { mayGo } = z.looseObject({ mayGo: z.array(May) }).parse(await allGiven(head, path, 0));
  const [inNote, inDocument] = [placeOf(told, noteId), placeOf(told, documentId)];
  const masked = [
    { place: inNote, passage: 'Einon äiti soitti numerosta 044 555 6666.' },
    { place: inNote, passage: 'Niinalle vastattiin.' },
    { place: inDocument, passage: 'Serkkusella asuu Koivukujalla.' },
    { place: inDocument, passage: '020518A9000' },
  ];
  // One place is left: the name that stands in the document, and no other, was not decided.
  const allBut = mayGo.filter(({ words }) => words !== 'Einolla');
  expect(rulesOf(await check({ masked, mayGo: allBut }))).toEqual([422, 'subjectRequest.pointedOutDecided']);
  const elsewhere = [...allBut, { words: 'Einolla', places: [inNote] }];
  expect(rulesOf(await check({ masked, mayGo: elsewhere }))).toEqual([
    422,
    'subjectRequest.pointedOutDecided',
  ]);
  expect((await check({ masked, mayGo })).status).toBe(200);
  expect((await release()).status).toBe(200);
  const given = await head.call('GET', `${path}/package/parts/0/given`);
  for (const out of ['044 555 6666', 'Niina', 'Serkkusella', 'Koivukuja', '020518A9000', 'Sannan koulu']) {
    expect(given.body).not.toContain(out);
  }
  for (const kept of ['Eino pelkää. […]', 'Aino nukkui.', 'Einolla on oma suunnitelma.']) {
    expect(given.body).toContain(kept);
  }
});

test('whom the file knew lies sealed with the package', async () => {
  const stored = JSON.stringify(await dumpOf(world.services, 'records'));
  for (const word of ['Serkkunen', 'Koivukuja', 'Niina', 'pelkää']) expect(stored).not.toContain(word);
});
