import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import type { Module, ModuleGrants } from '../../shared/http/module.ts';
import { ofType, productionExample, resourcesOf, statementsOf, templatesOf } from '../support/templates.ts';

/** What AWS takes of one stack, one role and one function, and that much more will fit (docs/decisions/0139). */

const RESOURCES_OF_A_STACK = 500;
const BYTES_OF_A_TEMPLATE = 1_000_000;
const OUTPUTS_OF_A_STACK = 200;
/** Of all the policies that stand in a role together. What is known only when deployed counts as its word, as long as an ARN. */
const LETTERS_OF_RIGHTS = 10_240;
/** Names and values of the variables of a function together. */
const LETTERS_OF_VARIABLES = 4_096;

const all: ModuleGrants = {
  records: 'write',
  keys: 'write',
  trail: 'read',
  clientKey: ['generate', 'unwrap'],
  objects: { documents: ['put', 'get', 'remove', 'list'] },
  library: 'read',
};

/** A module as large as they come: it hears an event, and has two runs. Few have a run at all. */
const large = (name: string): Module => ({
  name,
  title: 'A module that is yet to come',
  audience: 'staff',
  routes: [],
  consumers: [{ event: 'ClientNamed', file: 'on-client-named', handle: async () => {}, grants: all }],
  schedules: ['run-daily', 'run-hourly'].map((file) => ({
    file,
    starts: [{ expression: 'rate(1 hour)', input: {} }],
    timeoutSeconds: 300,
    run: async () => ({}),
    grants: all,
  })),
  grants: all,
});
const dozen = Array.from({ length: 12 }, (_, n) => large(`new-${n}`));

const Example = z.looseObject({
  controllers: z.tuple([z.looseObject({})]),
  staff: z.looseObject({ signIn: z.looseObject({ provider: z.looseObject({}) }) }),
  citizens: z.looseObject({}),
});

/** Production in which citizens are identified elsewhere too, for so many controllers. */
function productionOf(howMany: number): object {
  const example = Example.parse(productionExample());
  const { signIn } = example.staff;
  const citizens = { ...signIn, provider: { ...signIn.provider, name: 'suomi-fi' } };
  return {
    ...example,
    controllers: Array.from({ length: howMany }, (_, n) => ({ ...example.controllers[0], id: `AREA${n}` })),
    citizens: { ...example.citizens, signIn: citizens },
  };
}

describe('a dozen large modules more, in production of a dozen controllers', () => {
  const templates = templatesOf(productionOf(12), [...modules, ...dozen]);
  const resources = templates.flatMap((one) => one.resources);

  test('fit their stacks', () => {
    const full = templates.filter(
      ({ resources: its, bytes, outputs }) =>
        its.length > RESOURCES_OF_A_STACK || bytes > BYTES_OF_A_TEMPLATE || outputs > OUTPUTS_OF_A_STACK,
    );
    expect(full.map(({ stack, bytes }) => `${stack}: ${bytes}`)).toEqual([]);
    expect(ofType(resources, 'AWS::Lambda::Function').length).toBeGreaterThan(4 * dozen.length);
  });

  test('leave each role the rights that a role can hold', () => {
    const letters = ofType(resources, 'AWS::IAM::Policy').map(
      ({ id, properties }) => [id, JSON.stringify(properties['PolicyDocument']).length] as const,
    );
    expect(letters.filter(([, many]) => many > LETTERS_OF_RIGHTS)).toEqual([]);
  });

  test('leave each function the variables that a function can have', () => {
    const Variables = z.object({ Variables: z.record(z.string(), z.string()) });
    const letters = ofType(resources, 'AWS::Lambda::Function').map(({ id, properties }) => {
      const variables = Variables.safeParse(properties['Environment']).data?.Variables ?? {};
      return [id, Object.entries(variables).flat().join('').length] as const;
    });
    expect(letters.filter(([, many]) => many > LETTERS_OF_VARIABLES)).toEqual([]);
  });

  test('have names of roles and functions that fit where stage and region are the longest there are', () => {
    const longest = (name: string): string =>
      name.replace('production', 'stage-of-12c').replace('eu-north-1', 'eusc-de-east-1');
    const names = resources.flatMap(({ properties: { RoleName, FunctionName } }) =>
      [RoleName, FunctionName].filter((name) => typeof name === 'string' && !name.includes('.')),
    );
    expect(names.length).toBeGreaterThan(4 * dozen.length);
    expect(names.filter((name) => longest(String(name)).length > 64)).toEqual([]);
  });
});

describe('what is made anew at any time holds nothing', () => {
  const resources = resourcesOf(productionExample());

  test('functions of modules, their roles and what starts them stand apart from logs, queues, users and addresses', () => {
    const apart = resources.filter(({ stack }) => /^(modules|runs)$/.test(stack));
    expect([...new Set(apart.map(({ type }) => type))].toSorted()).toEqual([
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::Permission',
      'AWS::Scheduler::Schedule',
    ]);
  });

  test('each function writes into its own log, which is made before it', () => {
    const logs = ofType(resources, 'AWS::Logs::LogGroup').map(({ properties }) => properties['LogGroupName']);
    const apart = ofType(resources, 'AWS::Lambda::Function').filter(({ stack }) =>
      /^(modules|runs)$/.test(stack),
    );
    for (const { properties } of apart) {
      const name = String(properties['FunctionName']).replace('sointu-production-', '');
      expect(properties['LoggingConfig']).toEqual({ LogGroup: `/sointu-production/functions/${name}` });
      expect(logs).toContain(`/sointu-production/functions/${name}`);
    }
  });

  test('whoever records what is deployed asks of every function of every stack', () => {
    const [nightly] = ofType(resources, 'AWS::Scheduler::Schedule').filter(
      ({ properties }) => properties['Name'] === 'sointu-production-deployed',
    );
    const { Input } = z.looseObject({ Input: z.string() }).parse(nightly?.properties['Target']);
    const { functions } = z.object({ functions: z.string() }).parse(JSON.parse(Input));
    const made = ofType(resources, 'AWS::Lambda::Function').map(({ properties }) =>
      String(properties['FunctionName']).replace('sointu-production-', ''),
    );
    expect(functions.split(' ').toSorted()).toEqual(made.toSorted());
    const [asking] = ofType(resources, 'AWS::IAM::Policy').filter(({ id }) =>
      id.startsWith('deployedpolicy'),
    );
    const asked = (asking === undefined ? [] : statementsOf(asking)).filter(({ Action }) =>
      Action.includes('lambda:GetFunctionConfiguration'),
    );
    expect(asked.map(({ Resource }) => Resource)).toEqual([
      ['arn:aws:lambda:eu-north-1:111111111111:function:sointu-production-*'],
    ]);
  });
});
