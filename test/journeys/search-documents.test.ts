import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient, write } from '../support/case-notes.ts';
import { aDraft, begun, documentsAt, finalise, finished, summaryOf } from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';
import { Found, found, saying, search, segmentsIn } from '../support/search.ts';
import { testWorld } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('2013-06-05'), 908);

describe('documents among what is found', () => {
  test('stand with the entries in the order of their time, and are found once they are final', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { code: CODE });
    await write(worker, clientId, saying('Kotipalvelusta puhuttiin.'));
    const draftId = await begun(worker, clientId);
    expect(await found(worker, clientId, 'kotipalvelu')).toHaveLength(1);
    expect((await finalise(worker, clientId, draftId)).status).toBe(201);
    const told = await search(worker, clientId, { words: 'kotipalvelu' });
    expect(Found.parse(told.json).hits).toMatchObject([
      { kind: 'document', documentType: 'Yhteenveto', state: 'final' },
      { kind: 'caseNote', passage: 'Kotipalvelusta puhuttiin.' },
    ]);
  });

  test('are found by the words of their correction, and not at all when they were removed', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { code: CODE });
    const documentId = await finished(worker, clientId);
    const at = `${documentsAt(clientId)}/${documentId}`;
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Palvelu oli väärä.' };
    const corrected = await worker.call('POST', `${at}/correct`, {
      version: 1,
      body: {
        document: { serviceTasks: ['families'], content: summaryOf('Perhe on saanut perhetyötä.') },
        reason,
      },
    });
    expect(corrected.status).toBe(200);
    expect(await found(worker, clientId, 'kotipalvelu')).toEqual([]);
    expect(await found(worker, clientId, 'perhetyö')).toHaveLength(1);
    const removed = await worker.call('POST', `${at}/remove`, {
      version: 2,
      body: { reason: { ...reason, ground: 'unnecessary' } },
    });
    expect(removed.status).toBe(200);
    expect(await found(worker, clientId, 'perhetyö')).toEqual([]);
    expect(await segmentsIn(world)).toEqual([]);
  });

  test('of a kind or a task that is not the worker’s are not found', async () => {
    const world = await testWorld();
    const broad = await world.worker('broadResponsibility');
    const clientId = await newClient(world, broad, { code: CODE });
    await finished(broad, clientId, aDraft({ serviceTasks: ['childWelfare'] }));
    const arranger = await world.worker('arranging', { serviceTasks: ['families'] });
    expect(await found(broad, clientId, 'kotipalvelu')).toHaveLength(1);
    expect(await found(arranger, clientId, 'kotipalvelu')).toEqual([]);
    await finished(broad, clientId);
    expect(await found(arranger, clientId, 'kotipalvelu')).toHaveLength(1);
  });
});
