import { afterAll, beforeAll, expect, test } from 'vitest';
import { keskiUusimaa } from '../../infra/local/seed/keski-uusimaa.ts';
import { inventPerson } from '../../infra/local/seed/people.ts';
import { done, type Laptop, laptop } from '../support/laptop.ts';

let run: Laptop;
beforeAll(async () => {
  run = await laptop({ clients: 22 });
});
afterAll(() => run.stop());

const { exceptions } = keskiUusimaa;
const person = (index: number | undefined) => {
  if (index === undefined) throw new Error('The county has no exceptions.');
  return inventPerson('KEUSOTE', index, keskiUusimaa.municipalities);
};

test('of the invented clients one is restricted: the reader finds it, a colleague does not', async () => {
  const body = { personalIdentityCode: person(exceptions?.restricted.person).code };
  const hitsOf = async (name: string) =>
    done(await (await run.clientOf(name)).POST('/v1/clients/search', { body })).hits;
  expect(await hitsOf('Antti Aikuistyö')).toHaveLength(1);
  expect(await hitsOf('Leena Laaja')).toEqual([]);
});

test('of the invented clients one was opened without a tie: the supervisor reads why', async () => {
  const sirpa = await run.clientOf('Sirpa Esihenkilö');
  const users = done(await sirpa.GET('/v1/access-rights/users')).users;
  const antti = users.find(({ name }) => name === 'Antti Aikuistyö');
  const params = { path: { unitId: antti?.unitId ?? '' } };
  const { openings } = done(await sirpa.GET('/v1/access-rights/units/{unitId}/openings', { params }));
  expect(openings).toMatchObject([{ userId: antti?.userId, reasonCode: 'contactByClient' }]);
  const [opening] = openings;
  const one = { path: { clientId: opening?.clientId ?? '', openingId: opening?.openingId ?? '' } };
  const read = await sirpa.GET('/v1/access-rights/clients/{clientId}/openings/{openingId}', { params: one });
  expect(done(read).reason.words).toMatch(/soitti/);
});
