import { expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { changedTo, text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const at = (id: string, rest = ''): string => `/v1/log-requests/clients/${id}/requests${rest}`;

test('what is kept back in a file that was merged is shown with the file that remains, and lifted in the one where it stands', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const source = await newClient(world, worker, { name: 'Kaksois Kaija' });
  const target = await newClient(world, worker, { name: 'Kahdesti Kaija' });
  const letter = { receivedOn: '2026-11-20', channel: 'letter', asker: 'client', words: 'Kuka on katsonut?' };
  const kept = text(await officer.call('POST', at(source), { body: letter }), 'requestId');
  const withheld = [
    {
      ground: 'rightsOfOthers',
      withheld: { what: 'lines', scope: { of: 'all' } },
      words: 'Toisen turvallisuus vaarantuisi.',
    },
  ];
  const body = { outcome: 'refused', withheld, decision: 'Lokitietoja ei anneta.' };
  const told = await officer.call('POST', at(source, `/${kept}/answer`), { body, version: 1 });
  expect(told.status, told.body).toBe(200);
  expect((await changedTo(worker, source, '/merge', { into: target })).status).toBe(200);
  const shown = (await officer.call('GET', at(target))).json;
  expect(shown).toMatchObject({ withholdings: [{ clientId: source, requestId: kept, version: 1 }] });
  const { withholdingIds } = told.json;
  const lift = (id: string) =>
    officer.call('POST', `/v1/log-requests/clients/${id}/withholdings/${String(withholdingIds)}/lift`, {
      version: 1,
    });
  expect((await lift(target)).status).toBe(404);
  expect((await lift(source)).status).toBe(200);
  expect((await officer.call('GET', at(target))).json).toMatchObject({
    withholdings: [{ liftedOn: '2026-11-24' }],
  });
});
