import { expect, test } from 'vitest';
import { keskiUusimaa } from '../../shared/domain/controllers/profiles/keski-uusimaa.ts';
import { loimaa } from '../../shared/domain/controllers/profiles/loimaa.ts';
import { choose, propose, SETTINGS } from '../support/controllers.ts';
import { text } from '../support/people.ts';
import { testWorld, type World } from '../support/world.ts';

const UNITS = '/v1/controllers/units';
const POSTS = '/v1/controllers/posts';
const UNIT = { name: { fi: 'Perhesosiaalityö' }, serviceTasks: ['families'], from: '2026-01-01' };
const postIn = (unitId: string) => ({
  title: { fi: 'Sosiaalityöntekijä' },
  unitId,
  kind: 'office',
  professionalRole: 'socialWorker',
  from: '2026-01-01',
});

/** Keski-Uusimaa and Loimaa with their own settings, each with a main user. */
async function twoControllers() {
  const world: World = await testWorld();
  await choose(world, world.controller, keskiUusimaa);
  await choose(world, world.otherController, loimaa);
  return {
    ...world,
    keusote: await world.worker('mainUser'),
    loimaa: await world.worker('mainUser', { controller: world.otherController }),
  };
}

test('the record holds the controller’s name, address, e-mail and phones with their hours', async () => {
  const { loimaa: mainUser } = await twoControllers();
  const body = {
    name: { fi: 'Loimaan kaupunki' },
    address: 'PL 9, 32201 Loimaa',
    email: 'kirjaamo@example.fi',
    phones: [{ number: '02 000 0000', hours: 'ma–pe 9–15' }],
  };
  expect(await mainUser.call('PUT', '/v1/controllers/own', { body, version: 1 })).toMatchObject({
    status: 200,
    json: { version: 2 },
  });
  expect((await mainUser.call('GET', '/v1/controllers/own')).json).toEqual({
    controller: { controllerId: 'LOIMAA', ...body },
    version: 2,
    office: expect.objectContaining({ body: 'Hyvinvointivaliokunta', dpo: null }),
  });
  expect(await mainUser.call('PUT', '/v1/controllers/own', { body, version: 1 })).toMatchObject({
    status: 412,
  });
});

test('every setting is read with its meaning, its value and its default, each controller its own', async () => {
  const { keusote, loimaa: mainUser } = await twoControllers();
  const clientFields = async (who: typeof keusote) => {
    const { catalogue } = (await who.call('GET', SETTINGS)).json as unknown as {
      catalogue: { id?: string; meaning: string; value: unknown; source: string }[];
    };
    expect(catalogue.filter(({ id }) => id !== undefined)).toHaveLength(44);
    expect(catalogue.every(({ meaning }) => meaning.length > 10)).toBe(true);
    return catalogue.find(({ id }) => id === 'C-06');
  };
  expect(await clientFields(keusote)).toMatchObject({
    value: ['emails'],
    source: 'controller',
  });
  expect(await clientFields(mainUser)).toMatchObject({
    value: ['emails', 'maritalStatus', 'occupation'],
  });
});

test('units and posts are added, changed and ended, and one that has ended keeps its name', async () => {
  const { keusote, clock } = await twoControllers();
  const unitId = text(await keusote.call('POST', UNITS, { body: UNIT }), 'unitId');
  const postId = text(await keusote.call('POST', POSTS, { body: postIn(unitId) }), 'postId');
  const renamed = { ...UNIT, name: { fi: 'Lapsiperheiden palvelut' } };
  expect(await keusote.call('PUT', `${UNITS}/${unitId}`, { body: renamed, version: 1 })).toMatchObject({
    status: 200,
    json: { unitId, version: 2 },
  });
  const to = { body: { to: '2026-11-24' } };
  expect(await keusote.call('POST', `${POSTS}/${postId}/end`, { ...to, version: 1 })).toMatchObject({
    status: 200,
  });
  expect(await keusote.call('POST', `${UNITS}/${unitId}/end`, { ...to, version: 2 })).toMatchObject({
    status: 200,
  });
  clock.advance(24 * 60);
  expect((await keusote.call('GET', UNITS)).json).toMatchObject({
    units: [{ unit: { ...renamed, to: '2026-11-24' }, version: 3, ended: true }],
  });
  expect((await keusote.call('GET', POSTS)).json).toMatchObject({
    posts: [{ post: { postId, unitId, to: '2026-11-24' }, ended: true }],
  });
  expect(await keusote.call('POST', `${UNITS}/${unitId}/end`, { ...to, version: 3 })).toMatchObject({
    json: { code: 'controller.ended' },
  });
  expect((await keusote.call('POST', POSTS, { body: postIn(unitId) })).json).toMatchObject({
    findings: [{ rule: 'controller.unitKnown' }],
  });
  expect((await keusote.call('POST', UNITS, { body: { ...UNIT, to: '2025-12-31' } })).status).toBe(400);
});

test('a unit of a joint authority carries one of its municipalities, and of no other [K-13.2]', async () => {
  const { keusote, loimaa: mainUser } = await twoControllers();
  const tuusula = { ...UNIT, municipality: '858' };
  expect((await keusote.call('POST', UNITS, { body: tuusula })).status).toBe(201);
  expect((await mainUser.call('POST', UNITS, { body: tuusula })).json).toMatchObject({
    findings: [{ rule: 'controller.ownMunicipality' }],
  });
});

test('one controller’s main user neither sees nor changes another’s record, settings, units or posts', async () => {
  const { keusote, loimaa: stranger } = await twoControllers();
  const unitId = text(await keusote.call('POST', UNITS, { body: UNIT }), 'unitId');
  const postId = text(await keusote.call('POST', POSTS, { body: postIn(unitId) }), 'postId');
  const before = (await stranger.call('GET', SETTINGS)).json;
  const proposed = await propose(keusote, { access: { requireClientPermission: true } });
  const proposal = `${SETTINGS}/proposals/${text(proposed, 'proposalId')}`;
  expect((await stranger.call('GET', SETTINGS)).json).toEqual(before);
  expect((await stranger.call('GET', `${SETTINGS}/proposals`)).json).toEqual({ proposals: [] });
  expect((await stranger.call('GET', UNITS)).json).toEqual({ units: [] });
  expect((await stranger.call('GET', POSTS)).json).toEqual({ posts: [] });
  expect((await stranger.call('GET', '/v1/controllers/own')).json).toMatchObject({
    controller: { controllerId: 'LOIMAA' },
  });
  for (const [method, path, sent] of [
    ['POST', `${proposal}/approve`, undefined],
    ['PUT', `${UNITS}/${unitId}`, UNIT],
    ['POST', `${UNITS}/${unitId}/end`, { to: '2026-12-31' }],
    ['PUT', `${POSTS}/${postId}`, postIn(unitId)],
    ['POST', `${POSTS}/${postId}/end`, { to: '2026-12-31' }],
  ] as const) {
    expect(
      await stranger.call(method, path, {
        ...(sent === undefined ? {} : { body: sent }),
        version: 1,
      }),
    ).toMatchObject({ status: 404 });
  }
  expect((await stranger.call('POST', POSTS, { body: postIn(unitId) })).json).toMatchObject({
    findings: [{ rule: 'controller.unitKnown' }],
  });
  expect((await keusote.call('GET', UNITS)).json).toMatchObject({ units: [{ version: 1 }] });
});

test('nobody but the main user changes the units of a controller', async () => {
  const world = await twoControllers();
  for (const role of ['broadResponsibility', 'supervisor', 'management', 'administrative'] as const) {
    const worker = await world.worker(role);
    expect((await worker.call('POST', UNITS, { body: UNIT })).status).toBe(403);
  }
});
