import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { loadDefinitions } from '../../infra/library/load-definitions.ts';
import { clientOf } from '../support/client-of.ts';
import { done } from '../support/laptop.ts';
import { nationalSchemaOf } from '../support/national-schema.ts';
import { definition, START, serviceStart, withStart } from '../support/service-start.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let worker: Worker;

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('implementing');
});

const listed = async (query: {
  documentType?: string;
  serviceTask?: 'childWelfare' | 'older' | 'disability';
  subject?: string;
  kind?: 'clientPlan';
}) => done(await clientOf(worker).GET('/v1/documents/types', { params: { query } })).types;

const read = (oid: string, version?: string) =>
  clientOf(worker).GET('/v1/documents/types/{oid}', {
    params: { path: { oid }, query: version === undefined ? {} : { version } },
  });

test('every national kind of document is listed with its names and its place', async () => {
  const types = await listed({});
  expect(types).toHaveLength(202);
  expect(types.find(({ oid }) => oid === '1.2.246.537.6.1506.15009')).toEqual({
    oid: '1.2.246.537.6.1506.15009',
    version: '2024.11.28',
    versions: ['2024.11.28'],
    key: 'lastensuojelun_asiakassuunnitelma',
    documentType: 'Suunnitelma',
    subject: 'Lastensuojelun yhteiset asiakasasiakirjat',
    serviceTasks: ['childWelfare'],
    kind: 'clientPlan',
    sensitivity: 'ordinary',
    fi: 'Lastensuojelun asiakassuunnitelma',
    sv: 'Klientplan för barnskyddet',
  });
});

test('what is common to the tasks is found under each of them, and what is one task’s under that alone', async () => {
  const names = async (serviceTask: 'childWelfare' | 'older') =>
    (await listed({ serviceTask, documentType: 'Päätös' })).map(({ fi }) => fi);
  expect(await names('childWelfare')).toContain('Päätös lapsen kiireellisestä sijoituksesta');
  expect(await names('older')).not.toContain('Päätös lapsen kiireellisestä sijoituksesta');
  expect(await names('older')).toContain('Iäkkäiden palvelupäätös');
  for (const task of ['childWelfare', 'older'] as const) {
    expect(await names(task)).toContain('Välitystilipäätös');
  }
  const subject = 'Lastensuojelun avohuollon asiakasasiakirjat';
  expect(await listed({ subject })).toHaveLength(2);
  expect(await listed({ subject, serviceTask: 'disability' })).toEqual([]);
  expect(
    (await listed({ kind: 'clientPlan' })).every(({ fi }) => /asiakassuunnitelma|suunnitelma$/.test(fi)),
  ).toBe(true);
});

test('a form is built from what the definition tells: fields with labels, and a schema of draft and final', async () => {
  const { type, definitionOid, fields, schemas } = done(await read(START));
  expect(definitionOid).toBe(`${START}.${type.version}`);
  expect(fields.map(({ key, fi, sv, required }) => [key, fi, sv, required])[0]).toEqual([
    'asiakas',
    'Asiakas',
    'Klient',
    true,
  ]);
  const draft = z.fromJSONSchema(schemas.draft);
  const final = z.fromJSONSchema(schemas.final);
  expect(draft.safeParse({}).success).toBe(true);
  expect(final.safeParse({}).success).toBe(false);
  expect(final.safeParse(withStart({})).success).toBe(true);
  expect(draft.safeParse(withStart({ asiakas: serviceStart.asiakas[0] })).success).toBe(false);
});

test('a definition is read by its version too, and none is made up', async () => {
  const { type } = done(await read(START));
  expect(done(await read(START, type.version)).definitionOid).toBe(`${START}.${type.version}`);
  expect(done(await read(`${START}.${type.version}`)).type.oid).toBe(START);
  expect((await read(START, '1999.1.1')).error?.code).toBe('request.notFound');
  expect((await read('1.2.3')).error?.code).toBe('request.notFound');
});

test('a definition that the operator loads is what new forms are built from within a minute, beside the older one', async () => {
  const loaded = { ...definition(START), oid: `${START}.2030.1.2`, fi: 'Uusi merkintä' };
  const target = {
    library: { ...world.library, replace: (name: string, text: string) => world.library.write(name, text) },
    ranBy: 'operator',
  };
  const text = JSON.stringify(nationalSchemaOf(loaded));
  await loadDefinitions(target, [{ name: 'uusi.json', text }], { at: world.clock.now(), isDry: false });
  world.clock.advance(1);
  const newest = done(await read(START));
  expect(newest.type).toMatchObject({ fi: 'Uusi merkintä', version: '2030.1.2' });
  expect(newest.type.versions).toHaveLength(2);
  expect(done(await read(START, newest.type.versions[0])).type.fi).toBe(definition(START).fi);
  expect(await listed({})).toHaveLength(202);
});
