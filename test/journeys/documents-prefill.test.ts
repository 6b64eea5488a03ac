import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { aDraft, finished, SUMMARY, summaryOf } from '../support/documents.ts';
import { changedTo, FROM_CLIENT, inventedCode } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 911);
const NOTIFICATION = '1.2.246.537.6.1506.4009.2023.4.28';

test('what the file knows is offered: client, author, case, and what was answered before', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { name: 'Leena Laaja' });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const caseId = await openedCase(world, worker, clientId);
  const earlier = await finished(worker, clientId, aDraft({ content: summaryOf('Perhe voi hyvin.') }));
  const at = `/v1/documents/clients/${clientId}/prefill?definitionOid=`;
  const told = await worker.call('GET', `${at}${SUMMARY}&caseId=${caseId}`);
  expect(told.status).toBe(200);
  expect(told.json).toMatchObject({
    definitionOid: SUMMARY,
    earlier: [earlier],
    content: {
      sosiaalihuollon_yhteenveto: {
        asiakas: [{ sukunimi: 'Mallila', etunimet: 'Arvo', henkilotunnus: { value: CODE } }],
        laatija: [{ sukunimi: 'Laaja', etunimet: 'Leena' }],
        yhteenveto: { asiasisalto: 'Perhe voi hyvin.' },
        palvelutehtava: { display: expect.any(String) },
      },
    },
  });
  const saved = await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, {
    body: { definitionOid: SUMMARY, serviceTasks: ['families'], content: told.json['content'] },
  });
  expect(saved.status).toBe(201);
  const line = (await logOf(world, clientId)).find(({ eventName }) => eventName === 'DocumentPrefilled');
  expect(line).toMatchObject({ clients: [clientId], dataGroups: ['baseData', 'family', 'documents'] });
  const entry = await worker.call('GET', `${at}1.2.246.537.6.1506.19013.2022.1.10`);
  expect([entry.status, entry.json['code']]).toEqual([409, 'document.byAct']);
  expect((await worker.call('GET', `${at}1.2.3.2020.1.1`)).json['code']).toBe('document.noDefinition');
});

test('a guardian of the network is offered, and no dwelling under a safety ban', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const added = await worker.call('POST', `/v1/clients/${clientId}/network`, {
    body: {
      relation: {
        roles: ['custodian'],
        sameHousehold: true,
        person: { name: { family: 'Mallila', given: 'Irja' } },
        contacts: { addresses: [{ street: 'Keksittykatu 1' }], phones: ['+358 40 000 0000'] },
      },
      source: FROM_CLIENT,
    },
  });
  expect(added.status).toBe(201);
  const offer = () =>
    worker.call('GET', `/v1/documents/clients/${clientId}/prefill?definitionOid=${NOTIFICATION}`);
  const before = await offer();
  expect(before.body).toContain('Irja');
  expect(before.body).toContain('Keksittykatu');
  const ban = { contactAddress: { street: 'PL 7', postalCode: '00100' }, source: FROM_CLIENT };
  expect((await changedTo(worker, clientId, '/safety-ban', ban)).status).toBe(200);
  const after = await offer();
  expect(after.body).toContain('Irja');
  for (const secret of ['Keksittykatu', '000 0000']) expect(after.body).not.toContain(secret);
});
