import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { judgeFile } from '../../infra/load/judge-file.ts';
import { planLoad } from '../../infra/load/load-organisation.ts';
import { namesIn } from '../../infra/load/names.ts';
import { type OrganisationFile, parseFile } from '../../infra/load/organisation-file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { GrantId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { commits, decide } from '../support/organisation.ts';
import { testServices } from '../support/services.ts';
import { worldOver } from '../support/world-over.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../docs/organisation.example.json'), 'utf8');
const TODAY = LocalDate.parse('2026-11-24');
const WHO = 'arn:aws:iam::111111111111:user/operator';

function fileOf(text: string): OrganisationFile {
  const parsed = parseFile(text);
  if ('wrong' in parsed) throw new Error(parsed.wrong.join('\n'));
  return parsed.file;
}

const countOf = (steps: readonly { state: string }[]) => ({
  new: steps.filter(({ state }) => state === 'new').length,
  same: steps.filter(({ state }) => state === 'same').length,
  differs: steps.filter(({ state }) => state === 'differs').length,
});

async function loaded() {
  const run = await testServices(modules);
  const world = await worldOver(run);
  const file = fileOf(EXAMPLE);
  expect(judgeFile(file, TODAY)).toEqual([]);
  const { steps, load } = await planLoad(run.services, file, WHO);
  expect(countOf(steps)).toEqual({ new: 10, same: 0, differs: 0 });
  await load();
  const { controllerId: controller } = file.controller;
  const names = namesIn(file);
  const as = (key: string) => world.signedIn(names.userId(key), controller);
  return { world, file, controller, names, as };
}

test('the first administrator of a loaded file may act at once, the others when their proposals are given', async () => {
  const { world, controller, names, as } = await loaded();
  const paula = as('paula');
  expect((await as('sami').call('GET', '/v1/access-rights/own')).status).toBe(403);
  const { json } = await paula.call('GET', '/v1/access-rights/grants/proposed');
  const proposals = json['proposals'] as unknown as { userId: string; grant: { grantId: string } }[];
  expect(new Set(proposals.map(({ userId }) => userId))).toEqual(
    new Set([names.userId('jaana'), names.userId('sami')]),
  );
  const own = proposals.find(({ userId }) => userId === names.userId('sami'));
  const grantId = GrantId.parse(own?.grant.grantId);
  expect(await decide(paula, names.userId('sami'), grantId, 'grant', 1)).toMatchObject({ status: 409 });
  expect(await commits(paula, names.userId('sami'))).toMatchObject({ status: 201 });
  expect(await decide(paula, names.userId('sami'), grantId, 'grant', 1)).toMatchObject({ status: 200 });
  expect((await as('sami').call('GET', '/v1/access-rights/own')).json).toMatchObject({
    name: 'Sami Sosiaalityöntekijä',
    postTitle: 'Sosiaalityöntekijä',
    grants: [{ role: 'broadResponsibility', unitIds: [names.unitId('families')] }],
  });
  expect((await settingsOf(world.services, controller)).breakGlass).toEqual({
    hours: 12,
    reviewWithinDays: 5,
  });
});

test('a file loaded again changes nothing, and names what has been changed since', async () => {
  const { world, file, names, as } = await loaded();
  const before = await dumpOf(world.services, 'records');
  const again = await planLoad(world.services, file, WHO);
  expect(countOf(again.steps)).toEqual({ new: 0, same: 10, differs: 0 });
  await again.load();
  expect(await dumpOf(world.services, 'records')).toEqual(before);
  const renamed = { name: { fi: 'Lapsiperheet' }, serviceTasks: ['families'], from: '2026-01-01' };
  const at = `/v1/controllers/units/${names.unitId('families')}`;
  expect((await as('paula').call('PUT', at, { version: 1, body: renamed })).status).toBe(200);
  const { steps, load } = await planLoad(world.services, file, WHO);
  expect(steps.filter(({ state }) => state !== 'same')).toEqual([
    { kind: 'unit', key: 'families', state: 'differs' },
  ]);
  await load();
  expect((await as('paula').call('GET', '/v1/controllers/units')).json).toMatchObject({
    units: expect.arrayContaining([
      expect.objectContaining({ unit: { ...renamed, unitId: names.unitId('families') } }),
    ]),
  });
});

test('a run that was cut off goes on where it ended, and one with more in the file loads only that', async () => {
  const run = await testServices(modules);
  const file = fileOf(EXAMPLE);
  const cut = { ...file, posts: file.posts.slice(0, 1), users: file.users.slice(0, 1) };
  await (await planLoad(run.services, cut, WHO)).load();
  const { steps, load } = await planLoad(run.services, file, WHO);
  expect(steps.filter(({ state }) => state === 'new').map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'post leading-social-worker',
    'post social-worker-1',
    'user jaana',
    'user sami',
  ]);
  await load();
  expect(countOf((await planLoad(run.services, file, WHO)).steps)).toEqual({ new: 0, same: 10, differs: 0 });
});

test('every commit of a load leaves a line that says who ran it', async () => {
  const { world } = await loaded();
  const lines = (await linesOf(world.services)).filter(({ controller }) => controller === 'ESIMERKKILA');
  expect(new Set(lines.map(({ eventName }) => eventName))).toEqual(
    new Set(['ControllerKeysMade', 'ControllerSetUp', 'UnitsSetUp', 'PostsSetUp', 'UserSetUp']),
  );
  expect(lines.every(({ userIdentity }) => userIdentity.name === WHO)).toBe(true);
});

test('everything that is wrong with a file is told at once, with its place', () => {
  expect(parseFile('{')).toEqual({ wrong: ['The file is not JSON.'] });
  const shapeless = parseFile(EXAMPLE.replace('"office"', '"throne"').replace('"phones"', '"telephones"'));
  expect('wrong' in shapeless ? shapeless.wrong.map((line) => line.split(':')[0]) : []).toEqual([
    '/controller/phones',
    '/controller',
    '/posts/1/kind',
  ]);
  const file = fileOf(
    EXAMPLE.replace('"post": "social-worker-1"', '"post": "nobody"')
      .replace('"key": "jaana"', '"key": "paula"')
      .replace(
        '"units": ["families"],\n          "serviceTasks": ["families", "childWelfare"],\n          "specialRights"',
        '"units": ["elsewhere"],\n          "serviceTasks": ["families"],\n          "specialRights"',
      )
      .replace('"unit": "administration"', '"unit": "nowhere"')
      .replace('"firstAdministrator": "paula"', '"firstAdministrator": "sami"'),
  );
  expect(judgeFile(file, TODAY)).toEqual([
    '/users/1/key: paula stands in the file already',
    '/posts/0/unit: there is no unit nowhere in the file',
    '/users/1/grants/0/unitIds/0: There is no such unit, or it has ended.',
    '/users/2/post: there is no post nobody in the file',
    '/firstAdministrator: the first administrator has no grant of the role mainUser',
  ]);
});

test('a controller begins with a ready profile, and what is chosen beside it stands in its place', () => {
  const example = z.looseObject({}).parse(JSON.parse(EXAMPLE));
  const begun = (profile: string) =>
    parseFile(JSON.stringify({ ...example, profile, settings: { invoicing: { enabled: true } } }));
  expect(begun('wellbeingServicesCounty')).toMatchObject({
    file: {
      settings: {
        controller: { kind: 'wellbeingServicesCounty', body: 'Aluehallitus' },
        invoicing: { enabled: true },
      },
    },
  });
  expect(begun('loimaa')).toMatchObject({
    file: { settings: { controller: { body: 'Hyvinvointivaliokunta' } } },
  });
  expect(begun('nobody')).toMatchObject({ wrong: [expect.stringContaining('profile')] });
});
