import { expect } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient, write } from './case-notes.ts';
import { PROFILES, worldOf } from './controllers.ts';
import { aRequest, onProvision, prepare, requested, send } from './disclosures.ts';
import { aDraft, finished, summaryOf } from './documents.ts';
import { changedTo, text } from './people.ts';
import { REASON } from './put-right.ts';
import { saying } from './search.ts';
import { done, handler, recorded } from './subject-requests.ts';
import type { Told, Worker } from './world.ts';

/** One person in two files, the one merged into the other, with what is wrong in the merged one. */

export const WRONG = 'Asiakas oli päihtynyt.';
export const RIGHT = 'Asiakas oli väsynyt.';
export const VIEW = 'En ollut päihtynyt, vaan valvonut yön.';
export const NOT_NEEDED = { ...REASON, ground: 'unnecessary', words: 'Ei kuulu asian hoitamiseen.' };

const { caseId: _caseId, ...entry } = { caseId: undefined, ...saying(RIGHT) };
/** The entry as it should have been. */
export const RECTIFIED = { entry, reason: REASON };

/** Takes a step on what stands, from the version that stands. */
export async function marked(by: Worker, path: string, what: string, body: object): Promise<Told> {
  const { json } = await by.call('GET', path);
  return by.call('POST', `${path}/${what}`, { version: Number(json['version']), body });
}

/** A copy of the entry was given to the police before the merge. `manager` decides of rectification, `head` of the rest. */
export async function mergedPlace() {
  const world = await worldOf(PROFILES.J);
  const [head, manager, worker] = await Promise.all([
    handler(world, 'dataProtectionOfficer'),
    handler(world, 'management'),
    world.worker('broadResponsibility', { specialRights: ['correctRecord', 'mergeClients'] }),
  ]);
  const source: ClientId = await newClient(world, worker, { name: 'Virtanen Liisa' });
  const target: ClientId = await newClient(world, worker, { name: 'Wirtanen Elisabet' });
  const noteId = text(await write(worker, source, saying(WRONG)), 'noteId');
  const documentId = await finished(worker, source, aDraft({ content: summaryOf(WRONG) }));
  const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
  const disclosure = await requested(worker, source, police);
  const pieces = [{ kind: 'note', id: noteId }];
  const prepared = await prepare(worker, disclosure, onProvision('policeThreat', pieces));
  expect(prepared.status, prepared.body).toBe(200);
  expect((await send(worker, disclosure)).status).toBe(200);
  world.clock.advance(1);
  const merge = async () => {
    const told = await changedTo(worker, source, '/merge', { into: target });
    expect(told.status, told.body).toBe(200);
  };
  const undo = async () => {
    const told = await changedTo(worker, target, `/merged/${source}/undo`, undefined);
    expect(told.status, told.body).toBe(200);
  };
  await merge();
  world.clock.advance(1);

  const at = (module: string, rest: string): string =>
    `/v1/${module}/clients/${target}/merged/${source}${rest}`;
  const noteAt = (rest = ''): string => at('case-notes', `/notes/${noteId}${rest}`);
  /** A demand of the person, in the file that remains. */
  const asked = (kind: string, targets: object[]): Promise<string> =>
    recorded(worker, target, { form: 'written', receivedOn: '2026-11-20', kind, targets });
  return {
    world,
    head,
    worker,
    source,
    target,
    noteId,
    documentId,
    disclosureId: disclosure.split('/').at(-1) ?? '',
    merge,
    undo,
    at,
    noteAt,
    documentAt: (rest = ''): string => at('documents', `/documents/${documentId}${rest}`),
    besideAt: (rest: string): string => at('data-subject-requests', rest),
    note: () => ({ kind: 'caseNote', id: noteId }),
    document: () => ({ kind: 'document', id: documentId }),
    asked,
    async granted(kind: string, targets: object[]): Promise<string> {
      const path = await asked(kind, targets);
      await done(kind === 'rectification' ? manager : head, path, 'decide', { outcome: 'granted' });
      world.clock.advance(1);
      return path;
    },
    corrected: (by: Worker): Promise<Told> => marked(by, noteAt(), 'correct', RECTIFIED),
  };
}
export type MergedPlace = Awaited<ReturnType<typeof mergedPlace>>;
