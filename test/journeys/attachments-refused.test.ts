import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  announced,
  askToUpload,
  attachmentAt,
  begun,
  countyWithClient,
  formOf,
  formWith,
  pdfOf,
  sentIn,
  stateOf,
} from '../support/attachments.ts';
import { logOf } from '../support/case-notes.ts';

const MB = 1024 * 1024;

describe('what is not taken in', () => {
  test('is refused with every finding when it is announced', async () => {
    const { worker, clientId } = await countyWithClient();
    const order = announced(await pdfOf(1), {
      bytes: 51 * MB,
      mediaType: 'application/vnd.oasis.opendocument.text',
      documentDate: '2026-12-24',
      serviceTasks: [],
    });
    const told = await askToUpload(worker, clientId, order);
    expect(told).toMatchObject({ status: 422, json: { code: 'attachment.notValid' } });
    const { findings } = z.object({ findings: z.array(z.object({ rule: z.string() })) }).parse(told.json);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'attachment.tooLarge',
      'attachment.typeNotTaken',
      'attachment.dateInFuture',
      'attachment.taskMissing',
    ]);
  });

  test('the form takes neither another length, type or name, nor comes late or altered', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const bytes = await pdfOf(1);
    const { uploadId } = await begun(worker, clientId, announced(bytes));
    const { fields } = z
      .object({ fields: z.record(z.string(), z.string()) })
      .parse((await formOf(worker, clientId, uploadId)).json);
    for (const [changed, sent] of [
      [fields, bytes.subarray(0, -1)],
      [{ ...fields, 'Content-Type': 'image/png' }, bytes],
      [{ ...fields, key: `LOIMAA/${uploadId}` }, bytes],
      [{ ...fields, 'X-Amz-Signature': '00'.repeat(32) }, bytes],
    ] as const) {
      await expect(world.inbox.receive(formWith(changed, sent))).rejects.toThrow('local.postRefused');
    }
    world.clock.advance(16);
    await expect(world.inbox.receive(formWith(fields, bytes))).rejects.toThrow('local.postRefused');
    expect(await stateOf(worker, clientId, uploadId)).toBe('expired');
    expect(await formOf(worker, clientId, uploadId)).toMatchObject({
      status: 409,
      json: { code: 'attachment.uploadClosed' },
    });
  });

  const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$');
  const cut = async () => (await pdfOf(2, 100_000)).subarray(0, 50_000);
  test.each([
    ['wrongChecksum', async () => pdfOf(1), { sha256: '0'.repeat(64) }],
    ['wrongType', async () => pdfOf(1), { mediaType: 'image/png' }],
    ['wrongType', async () => Buffer.from('<html><script>1</script>'), { mediaType: 'text/plain' }],
    ['infected', async () => Buffer.from(EICAR), { mediaType: 'text/plain' }],
    ['notReadable', cut, {}],
  ])(
    'a file that is %s is refused, which its uploader sees, and nothing of it can be read',
    async (fault, make, more) => {
      const { world, worker, clientId } = await countyWithClient();
      const { uploadId, attachmentId } = await sentIn(world, worker, clientId, await make(), more);
      expect(await stateOf(worker, clientId, uploadId)).toBe(`refused ${fault}`);
      expect(await worker.call('GET', attachmentAt(clientId, attachmentId))).toMatchObject({ status: 404 });
      const { services, controller } = world;
      expect((await services.inbox.list(controller, '')).objects).toEqual([]);
      expect((await services.documents.list(controller, '')).objects).toEqual([]);
      expect(await logOf(world, clientId)).toContainEqual(
        expect.objectContaining({ eventName: 'UploadRefused', reasonCode: fault, clients: [clientId] }),
      );
    },
  );

  test('a form posted twice changes nothing the second time', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const bytes = await pdfOf(1);
    const { uploadId, attachmentId } = await begun(worker, clientId, announced(bytes));
    const { fields } = z
      .object({ fields: z.record(z.string(), z.string()) })
      .parse((await formOf(worker, clientId, uploadId)).json);
    for (let time = 0; time < 2; time += 1) {
      await world.inbox.receive(formWith(fields, bytes));
      await world.drained();
    }
    expect((await worker.call('GET', attachmentAt(clientId, attachmentId))).json).toMatchObject({
      version: 1,
    });
    const { services, controller } = world;
    expect((await services.documents.list(controller, '')).objects).toHaveLength(1);
    expect((await services.inbox.list(controller, '')).objects).toEqual([]);
  });

  test('an upload is followed by its uploader and by nobody else', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { uploadId } = await begun(worker, clientId, announced(await pdfOf(1)));
    const other = await world.worker('broadResponsibility');
    const at = `/v1/attachments/clients/${clientId}/uploads/${uploadId}`;
    expect(await other.call('GET', at)).toMatchObject({ status: 404 });
    expect(await other.call('GET', `${at}/form`)).toMatchObject({ status: 404 });
    expect((await worker.call('GET', '/v1/attachments/uploads')).json).toMatchObject({
      uploads: [{ uploadId, clientId, state: 'awaited' }],
    });
    expect((await other.call('GET', '/v1/attachments/uploads')).json).toEqual({ uploads: [] });
  });
});
