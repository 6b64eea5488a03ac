import { afterAll, beforeAll, expect, test } from 'vitest';
import { keskiUusimaa } from '../../infra/local/seed/keski-uusimaa.ts';
import { inventPerson } from '../../infra/local/seed/people.ts';
import { done, type Laptop, laptop } from '../support/laptop.ts';

let run: Laptop;
beforeAll(async () => {
  run = await laptop({ clients: 15 });
});
afterAll(() => run.stop());

/** The file at a glance of an invented person, as the worker sees it. */
async function glanceOf(name: string, person: number | undefined) {
  if (person === undefined) throw new Error('The county has no casework.');
  const worker = await run.clientOf(name);
  const { code } = inventPerson('KEUSOTE', person, keskiUusimaa.municipalities);
  const body = { personalIdentityCode: code };
  const [hit] = done(await worker.POST('/v1/clients/search', { body })).hits;
  const params = { path: { clientId: hit?.clientId ?? '' } };
  return done(await worker.GET('/v1/client-file/{clientId}/glance', { params }));
}

test('of the invented clients one has a plan, a decision, a service and a task in force', async () => {
  const { underWay, lines } = await glanceOf('Antti Aikuistyö', keskiUusimaa.casework?.adult.person);
  expect(underWay).toMatchObject({
    plans: [{ late: false }],
    decisions: [{ state: 'issued', kind: '11052' }],
    services: [{ state: 'underWay', socialService: 'socialGuidance' }],
    tasks: [{ words: 'Pyydä vuokrasopimus' }],
  });
  expect(lines.filter(({ what }) => what === 'document')).toHaveLength(2);
});

test('of the invented children one has an appointment', async () => {
  const { underWay } = await glanceOf('Leena Laaja', keskiUusimaa.casework?.child.person);
  expect(underWay.appointments).toMatchObject([{ subject: 'Suunnitelman tarkistaminen' }]);
});

test('a notification has waited in an intake beyond its time', async () => {
  const leena = await run.clientOf('Leena Laaja');
  const own = done(await leena.GET('/v1/access-rights/own'));
  const path = { unitId: own.grants[0]?.unitIds[0] ?? '' };
  const params = { path, query: { list: 'late' as const } };
  const { deadlines } = done(await leena.GET('/v1/deadlines/units/{unitId}', { params }));
  expect(deadlines).toMatchObject([{ subject: { kind: 'intake' }, late: true }]);
});
