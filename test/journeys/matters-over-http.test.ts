import { afterAll, beforeAll, expect, test } from 'vitest';
import { keskiUusimaa } from '../../infra/local/seed/keski-uusimaa.ts';
import { inventPerson } from '../../infra/local/seed/people.ts';
import { type SointuClient, seen, versionOf } from '../../shared/api-client/client.ts';
import { done, type Laptop, laptop } from '../support/laptop.ts';

/** A child of the families' unit, whose family asks for help. */
const child = inventPerson('KEUSOTE', 7, keskiUusimaa.municipalities);

let run: Laptop;
let leena: SointuClient;
beforeAll(async () => {
  run = await laptop({ clients: 15 });
  leena = await run.clientOf('Leena Laaja');
});
afterAll(() => run.stop());

test('over HTTP with the typed client, a family’s contact is received, assessed, linked, answered with guidance, and printed', async () => {
  const search = { body: { personalIdentityCode: child.code } };
  const clientId = done(await leena.POST('/v1/clients/search', search)).hits[0]?.clientId ?? '';
  const file = done(await leena.GET('/v1/clients/{clientId}', { params: { path: { clientId } } }));
  const unitId = file.relationship?.responsibleUnitId ?? '';
  const received = await leena.POST('/v1/intake/matters', {
    body: {
      kind: 'needNotification',
      channel: 'phone',
      unitId,
      serviceTasks: ['families'],
      record: {
        text: 'Perhe toivoo apua arkeen.',
        subjects: [{ family: child.family, given: child.given, personalIdentityCode: child.code }],
        notifier: { party: 'otherPrivatePerson', family: 'Naapuri', given: 'Niina' },
      },
    },
  });
  const { matterId } = done(received);
  const matter = { matterId };
  const urgency = await leena.POST('/v1/intake/matters/{matterId}/urgency', {
    params: { path: matter, header: seen(1) },
    body: { result: 'notUrgent', grounds: 'Ei vaaraa juuri nyt.' },
  });
  const opened = await leena.GET('/v1/intake/matters/{matterId}', { params: { path: matter } });
  expect(versionOf(opened.response)).toBe(done(urgency).version);
  const subjectId = done(opened).subjects[0]?.subjectId ?? '';
  const linked = await leena.POST('/v1/intake/matters/{matterId}/subjects/{subjectId}/link', {
    params: { path: { ...matter, subjectId }, header: seen(done(urgency).version) },
    body: { linkedClientId: clientId },
  });
  const glance = async () =>
    done(await leena.GET('/v1/client-file/{clientId}/glance', { params: { path: { clientId } } }));
  expect((await glance()).underWay.matters).toMatchObject([{ matterId }]);

  const closed = await leena.POST('/v1/intake/clients/{clientId}/matters/{matterId}/close', {
    params: { path: { clientId, ...matter }, header: seen(done(linked).version) },
    body: { outcome: 'guidance', grounds: 'Ohjattu perheneuvolaan.' },
  });
  const { documentId = '' } = done(closed);
  expect((await glance()).underWay.matters).toEqual([]);
  expect((await glance()).lines[0]).toMatchObject({ what: 'document', documentId });
  const print = await leena.GET('/v1/prints/clients/{clientId}/documents/{documentId}', {
    params: { path: { clientId, documentId }, query: { form: 'pdf' } },
    headers: { accept: 'application/pdf' },
    parseAs: 'arrayBuffer',
  });
  expect(print.response.headers.get('content-type')).toBe('application/pdf');
  expect(new TextDecoder().decode(done(print)).slice(0, 5)).toBe('%PDF-');
});
