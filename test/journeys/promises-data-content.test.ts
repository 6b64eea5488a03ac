import { expect, test } from 'vitest';
import { adultsMatter } from '../support/adults-matter.ts';
import { childsMatter } from '../support/childs-matter.ts';
import { actOnService } from '../support/client-services.ts';
import { actOn, inFileAt, linked, matterAt, received } from '../support/intake.ts';
import { documentsOf, done, pdfText } from '../support/matters.ts';
import { WORD } from '../support/whole-matter.ts';

/** What privacy notices promise that a register holds, found in the files of whole matters. */

test('of a child’s matter the file holds the urgent need, the assessment, both plans, and of the service what was planned, carried out and followed up [H-7.10, H-7.13, J-2.2]', {
  timeout: 60_000,
}, async () => {
  const { worker, clientId, ids } = await childsMatter();
  const told = done(await worker.call('GET', inFileAt(clientId, ids['matter'] ?? '')));
  expect(told).toMatchObject({
    urgency: { result: 'notUrgent', by: worker.userId },
    handlings: expect.arrayContaining([
      expect.objectContaining({ kind: 'urgency', words: 'Ei vaaraa juuri nyt.' }),
    ]),
  });
  const documents = await documentsOf(worker, clientId);
  for (const name of ['assessment', 'clientPlan', 'carryingOut']) {
    expect(documents).toContainEqual(expect.objectContaining({ documentId: ids[name], state: 'final' }));
    expect(await pdfText(worker, clientId, ids[name] ?? '')).toContain(WORD);
  }
  const service = `/v1/services/clients/${clientId}/services/${ids['service']}`;
  const result = { on: '2026-11-24', result: 'goalsReached', words: 'Arki sujuu.' };
  done(await actOnService(worker, service, 'evaluate', 2, result));
  const days = await worker.call('GET', `${service}/deliveries?from=2026-11-01&to=2026-11-30`);
  expect(done(days)).toMatchObject({ delivered: 100 });
  const { services } = done(await worker.call('GET', `/v1/services/clients/${clientId}/services`));
  expect(services).toMatchObject([{ validTo: '2027-01-15', evaluations: [{ result: 'goalsReached' }] }]);
});

test('of an adult’s matter the file holds the need of services as it was assessed, and an urgent need apart from it [H-7.3, H-7.4, L-5.8]', {
  timeout: 60_000,
}, async () => {
  const { world, worker, clientId, ids } = await adultsMatter();
  expect(await pdfText(worker, clientId, ids['assessment'] ?? '')).toContain(`Arki on vaikeutunut, ${WORD}.`);
  const matterId = await received(worker, {
    kind: 'needNotification',
    channel: 'phone',
    unitId: world.units.families,
    serviceTasks: ['workingAge'],
    record: {
      text: 'Ei ruokaa.',
      subjects: [{ family: 'Hakija', given: 'Heli' }],
      notifier: { party: 'self' },
    },
  });
  const grounds = 'Ruokaa ei ole tälle päivälle.';
  done(await actOn(worker, matterAt(matterId), '/urgency', { result: 'urgent', grounds }));
  await linked(world, worker, matterId, 0, clientId);
  expect(done(await worker.call('GET', inFileAt(clientId, matterId)))).toMatchObject({
    urgency: { result: 'urgent' },
    handlings: [{ kind: 'urgency', words: grounds }],
  });
});
