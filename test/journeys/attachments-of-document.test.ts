import { expect, test } from 'vitest';
import { attachmentAt, sentIn, sha256Of, wholeOf } from '../support/attachments.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { aDraft, finished } from '../support/documents.ts';
import { scanOf } from '../support/pictures.ts';
import { asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import { testWorld } from '../support/world.ts';

test('a file is attached to a document of a case, listed with it, downloaded byte for byte, and printed behind it [U-7.12]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo' });
  const caseId = await openedCase(world, worker, clientId);
  const documentId = await finished(worker, clientId, aDraft({ caseId }));
  const bytes = await scanOf(['Lausunto, alku', 'Lausunto, loppu']);
  const { attachmentId } = await sentIn(world, worker, clientId, bytes, {
    belongsTo: { kind: 'document', id: documentId },
    serviceTasks: [],
    title: 'Lääkärin lausunto',
  });

  // It has the case and the class of its document, and is found from both.
  for (const query of [`documentId=${documentId}`, `caseId=${caseId}`]) {
    const listed = await worker.call('GET', `/v1/attachments/clients/${clientId}?${query}`);
    expect(listed.json).toMatchObject({
      attachments: [
        {
          attachmentId,
          caseId,
          belongsTo: { kind: 'document', id: documentId },
          serviceTasks: ['families'],
          title: 'Lääkärin lausunto',
          pages: 2,
        },
      ],
    });
  }
  const whole = await wholeOf(worker, attachmentAt(clientId, attachmentId), 1);
  expect(sha256Of(whole)).toBe(sha256Of(bytes));

  const printed = await asPdf(worker, `${printsAt(clientId)}/documents/${documentId}?attachments=true`);
  const pdf = await readPdf(bytesOf(printed));
  expect(pdf.pages).toHaveLength(3);
  expect(pdf.bookmarks.join('\n')).toContain('Liite 1: Lääkärin lausunto');
  expect(pdf.structure.join('\n')).toContain('Perhe on saanut kotipalvelua syksyn ajan.');
  const names = (await logOf(world, clientId)).map(({ eventName }) => eventName);
  expect(names).toEqual(expect.arrayContaining(['AttachmentKept', 'AttachmentOpened', 'DocumentPrinted']));
});
