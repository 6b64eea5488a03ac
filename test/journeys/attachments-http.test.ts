import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { keskiUusimaa } from '../../infra/local/seed/keski-uusimaa.ts';
import { inventPerson } from '../../infra/local/seed/people.ts';
import { formWith, pdfOf, sha256Of } from '../support/attachments.ts';
import { done, type Laptop, laptop } from '../support/laptop.ts';

/** A child of the second household: a client of the families' unit. */
const child = inventPerson('KEUSOTE', 7, keskiUusimaa.municipalities);
const ORIGIN = 'https://sointu.example.fi';
let server: Laptop;
beforeAll(async () => {
  server = await laptop({ clients: 15, allowedOrigins: [ORIGIN] });
});
afterAll(() => server.stop());

const State = z.object({ state: z.string() });

describe('a file over real HTTP', () => {
  test('is announced, posted to the address of its form, followed until it is kept, and read in parts', async () => {
    const client = await server.clientOf('Leena Laaja');
    const found = done(
      await client.POST('/v1/clients/search', { body: { personalIdentityCode: child.code } }),
    );
    const clientId = found.hits[0]?.clientId ?? '';
    const bytes = await pdfOf(2);
    const path = { clientId };
    const { uploadId, attachmentId } = done(
      await client.POST('/v1/attachments/clients/{clientId}/uploads', {
        params: { path },
        body: {
          title: 'Todistus',
          origin: 'scanned',
          mediaType: 'application/pdf',
          bytes: bytes.length,
          sha256: sha256Of(bytes),
          serviceTasks: ['families'],
        },
      }),
    );
    const form = done(
      await client.GET('/v1/attachments/clients/{clientId}/uploads/{uploadId}/form', {
        params: { path: { clientId, uploadId } },
      }),
    );
    const posted = await fetch(form.url, {
      method: 'POST',
      body: formWith(form.fields, bytes),
      headers: { origin: ORIGIN },
    });
    expect(posted.status).toBe(204);
    expect(posted.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect((await fetch(form.url, { method: 'POST', body: 'no form' })).status).toBe(400);

    await expect
      .poll(
        async () =>
          State.parse(
            done(
              await client.GET('/v1/attachments/clients/{clientId}/uploads/{uploadId}', {
                params: { path: { clientId, uploadId } },
              }),
            ),
          ).state,
        { timeout: 20_000 },
      )
      .toBe('kept');
    const part = await client.GET('/v1/attachments/clients/{clientId}/attachments/{attachmentId}/content', {
      params: { path: { clientId, attachmentId }, query: { part: 1 } },
      headers: { accept: 'application/octet-stream' },
      parseAs: 'arrayBuffer',
    });
    expect(part.response.headers.get('content-type')).toBe('application/octet-stream');
    expect(sha256Of(new Uint8Array(part.data ?? new ArrayBuffer(0)))).toBe(sha256Of(bytes));
  });
});
