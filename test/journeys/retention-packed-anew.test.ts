import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { anEntry, pageOf } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { done } from '../support/matters.ts';
import { noteAt } from '../support/put-right.ts';
import {
  approved,
  at,
  closedFile,
  died,
  disposed,
  gathered,
  listAt,
  officials,
  rowsOf,
} from '../support/retention.ts';

/** What is kept for good was packed, and something of it was written after that. */

const { publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

test('an entry that is corrected after the archive has the package goes into another: nothing is destroyed that the archive does not have', async () => {
  const { retention } = defaultSettings;
  const archive = { ...retention.archive, receiver: 'Keksitty keskusarkisto', publicKey };
  const world = await worldOf({ ...defaultSettings, retention: { ...retention, archive } });
  const file = await closedFile(world, { tasks: ['childWelfare'], born: '2014-05-09', nth: 907 });
  const { clientId, caseId, worker } = file;
  await died(file, '2026-11-24');
  const { archivist, manager } = await officials(world);
  at(world, '2028-12-01');
  await gathered(world);
  await approved(archivist, manager, '2028-12');
  at(world, '2028-12-08');
  expect(await disposed(world)).toMatchObject({ packaged: 1, destroyed: 0, failed: 0 });
  const receive = async (reference: string) => {
    const packed = (await rowsOf(archivist, '2028-12')).find(({ state }) => state === 'packaged');
    const path = `${listAt('2028-12')}/units/${String(packed?.unitId)}/received`;
    done(await archivist.call('POST', path, { version: packed?.version ?? 0, body: { reference } }));
    return packed?.package?.manifest;
  };
  const first = await receive('KKA/2028/117');

  const corrector = await world.worker('broadResponsibility', {
    serviceTasks: ['childWelfare'],
    specialRights: ['correctRecord'],
  });
  const present = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
  const [note] = (await pageOf(worker, clientId)).json['notes'] ?? [];
  const { noteId, version } = Object(note);
  const entry = anEntry({ caseId, serviceTasks: ['childWelfare'] }, { text: 'Käynti oli maanantaina.' });
  const { caseId: _caseId, ...rest } = Object(entry);
  const reason = {
    ground: 'erroneous',
    initiator: 'ownInitiative',
    words: 'Päivä oli väärä.',
    presentUserId: present.userId,
  };
  const told = await corrector.call('POST', noteAt(clientId, noteId, '/correct'), {
    body: { entry: rest, reason },
    version,
  });
  expect(told.status, told.body).toBe(200);

  expect(await disposed(world)).toMatchObject({ packaged: 0, destroyed: 0, failed: 0 });
  const second = await receive('KKA/2028/118');
  expect(second).not.toBe(first);
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
});
