import { describe, expect, test } from 'vitest';
import { attachmentAt, pdfOf, sentIn, sha256Of, wholeOf } from '../support/attachments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { finished, opened } from '../support/documents.ts';
import { asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';

/** Täydentävän tai ehkäisevän toimeentulotuen laskelma (6003): the incomes of the client as data. */
const CALCULATION = '1.2.246.537.6.1506.6003.2023.11.29';
const euros = (value: number) => ({ value, code: 'EUR' });
const CONTENT = {
  taydentavan_tai_ehkaisevan_toimeentulotuen_laskelma: {
    tulot: [{ maara: euros(612.4) }, { maara: euros(80) }],
    meno: [{ maara: euros(540), huomioitu_maara: euros(540) }],
    menot_yhteensa: euros(540),
    erotus: euros(152.4),
    lisatiedot: 'Palkka lokakuulta ja tilisiirto 3.11.2026: tositteet liitteinä.',
  },
};

describe.each(['U', 'J'] as const)('%s: income', (letter) => {
  test('is data of the calculation, and the payslip and bank statement that the client brought are its vouchers [U-6.9, J-3.4]', async () => {
    const world = await worldOf(PROFILES[letter]);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { name: 'Hakija Heli' });
    const caseId = await openedCase(world, worker, clientId);
    const documentId = await finished(worker, clientId, {
      definitionOid: CALCULATION,
      serviceTasks: ['families'],
      caseId,
      content: CONTENT,
    });
    const vouchers = new Map<string, Uint8Array>();
    for (const title of ['Palkkakuitti, lokakuu 2026', 'Tiliote, marraskuu 2026']) {
      const bytes = await pdfOf(1, title.length);
      const { attachmentId } = await sentIn(world, worker, clientId, bytes, {
        belongsTo: { kind: 'document', id: documentId },
        serviceTasks: [],
        origin: 'received',
        title,
      });
      expect(sha256Of(await wholeOf(worker, attachmentAt(clientId, attachmentId), 1))).toBe(sha256Of(bytes));
      vouchers.set(title, bytes);
    }
    const read = await opened(worker, clientId, documentId);
    expect(read.json['content']).toMatchObject({
      taydentavan_tai_ehkaisevan_toimeentulotuen_laskelma: {
        tulot: [{ maara: { value: 612.4 } }, { maara: { value: 80 } }],
      },
    });
    const listed = await worker.call('GET', `/v1/attachments/clients/${clientId}?documentId=${documentId}`);
    const attachments: { title: string; belongsTo: unknown }[] = listed.json['attachments'] ?? [];
    expect(attachments.map(({ title }) => title).toSorted()).toEqual([...vouchers.keys()].toSorted());
    for (const { belongsTo } of attachments) expect(belongsTo).toEqual({ kind: 'document', id: documentId });
    // Printed, the calculation has its vouchers behind it.
    const printed = await asPdf(worker, `${printsAt(clientId)}/documents/${documentId}?attachments=true`);
    const { bookmarks } = await readPdf(bytesOf(printed));
    for (const title of vouchers.keys()) expect(bookmarks.join('\n')).toContain(title);
  });
});
