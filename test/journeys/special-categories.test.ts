import { expect, test } from 'vitest';
import { attachmentAt, pdfOf, sentIn } from '../support/attachments.ts';
import { newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { finished, opened } from '../support/documents.ts';
import { text } from '../support/people.ts';
import { noteAt } from '../support/put-right.ts';

/** Erityiset henkilötietoryhmät: each record says on what ground it is processed, as its controller’s register says. */

const MARK = {
  mark: 'specialCategories',
  fi: 'Erityisiä henkilötietoryhmiä koskevia tietoja',
  ground: '9 artiklan 1 h',
};

test.each([
  ['K', MARK],
  ['J', undefined],
] as const)(
  'profile %s: entries, documents and files bear the mark of special categories with its ground, read and printed, where the register names one [K-6.11]',
  async (letter, mark) => {
    const world = await worldOf(PROFILES[letter]);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const noteId = text(await write(worker, clientId), 'noteId');
    const documentId = await finished(worker, clientId);
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    const read = [
      await worker.call('GET', noteAt(clientId, noteId)),
      await opened(worker, clientId, documentId),
      await worker.call('GET', attachmentAt(clientId, attachmentId)),
    ];
    for (const { status, json, body } of read) {
      expect(status, body).toBe(200);
      expect(json).toMatchObject({ secrecy: { mark: 'secret' } });
      if (mark === undefined) expect(json).not.toHaveProperty('specialCategories');
      else expect(json).toMatchObject({ specialCategories: mark });
    }
    for (const path of [`documents/${documentId}`, `notes/${noteId}`]) {
      const page = await worker.call('GET', `/v1/prints/clients/${clientId}/${path}`);
      expect(page.status, page.body).toBe(200);
      expect(page.body?.includes('Erityiset henkilötietoryhmät')).toBe(mark !== undefined);
      expect(page.body?.includes('9 artiklan 1 h')).toBe(mark !== undefined);
    }
  },
);
