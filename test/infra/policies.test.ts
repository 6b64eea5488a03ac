import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { inlinePolicy, WideStatement } from '../../infra/constructs/inline-policy.ts';
import type { ModuleGrants } from '../../shared/http/module.ts';
import {
  ofType,
  productionExample,
  type Resource,
  resourcesOf,
  type Statement,
  statementsOf,
} from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());
const both = [...inTest, ...inProduction];

const rolePolicies = both.filter(({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::Role');
const allowed = (resources: readonly Resource[]): Statement[] =>
  resources.flatMap(statementsOf).filter(({ Effect }) => Effect === 'Allow');

/** Name of a function -> the statements of its own role and of its data role. */
function rightsOf(resources: readonly Resource[], name: string): Statement[] {
  const id = name.replaceAll('-', '');
  return allowed(
    ofType(resources, 'AWS::IAM::Policy').filter((one) =>
      new RegExp(`^${id}(data)?policy[0-9A-F]{8}$`).test(one.id),
    ),
  );
}

describe('what roles may do', () => {
  test('no action is allowed by a pattern', () => {
    const patterns = allowed(rolePolicies).flatMap(({ Action }) =>
      Action.filter((name) => name.includes('*')),
    );
    expect(patterns).toEqual([]);
  });

  test('a resource named by a pattern needs a written reason, or there is no template', () => {
    const stack = new Stack(new App(), 'stack');
    const role = new Role(stack, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const wide = { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::bucket/*'] };
    expect(() => inlinePolicy(stack, 'a', role, [new PolicyStatement(wide)])).toThrow(/without a reason/);
    expect(() =>
      inlinePolicy(stack, 'b', role, [new WideStatement('Names are made later.', wide)]),
    ).not.toThrow();
  });

  test('the patterns that stand are the few whose reasons were written', () => {
    // Those of GuardDuty are judged with the buckets they are about.
    const own = rolePolicies.filter(({ id }) => !id.startsWith('malwarescan'));
    const wide = allowed(own).flatMap(({ Action, Resource }) =>
      Resource.some((name) => name.includes('*')) ? Action : [],
    );
    expect([...new Set(wide)].filter((name) => !/^(logs|ec2):/.test(name)).sort()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'lambda:GetFunctionConfiguration',
      's3:AbortMultipartUpload',
      's3:DeleteObject',
      's3:GetObject',
      's3:GetObjectTagging',
      's3:PutObject',
      's3:PutObjectAcl',
    ]);
  });

  test('every role stays in the region of its deployment, whatever its policy may say', () => {
    for (const { stack, id, properties } of ofType(both, 'AWS::IAM::Role').filter(
      (one) => one.stack !== 'audit',
    )) {
      expect(String(properties['PermissionsBoundary']), `${stack} ${id}`).toMatch(/eu-north-1-boundary$/);
    }
    const [boundary] = ofType(inTest, 'AWS::IAM::ManagedPolicy').filter(({ id }) =>
      id.startsWith('regionboundary'),
    );
    expect(boundary === undefined ? [] : statementsOf(boundary)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Resource: ['*'],
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-north-1' } },
      }),
    );
  });

  test('scans, statements of PartiQL and batch writes are granted to nobody', () => {
    const names = allowed(rolePolicies).flatMap(({ Action }) => Action);
    expect(names).toContain('dynamodb:Query');
    expect(names.filter((name) => /:(Scan|PartiQL\w+|BatchWriteItem|UpdateItem)$/.test(name))).toEqual([]);
  });

  test('nobody may wrap a key anew or hand out a grant, and only the sealer of the log may sign', () => {
    const names = allowed(rolePolicies).flatMap(({ Action }) => Action);
    expect(names.filter((name) => /^kms:(ReEncrypt|CreateGrant|Encrypt)/.test(name))).toEqual([]);
    const signers = rolePolicies.filter((one) =>
      allowed([one]).some(({ Action }) => Action.includes('kms:Sign')),
    );
    expect(signers.map(({ id }) => id.replace(/policy[0-9A-F]{8}$/, ''))).toEqual(['sealer', 'sealer']);
  });
});

const READS = ['BatchGetItem', 'GetItem', 'Query'];
const WRITES = ['ConditionCheckItem', 'DeleteItem', 'PutItem'];

/** What the words of a manifest mean, said here a second time. */
const expected = (grants: ModuleGrants): Record<string, string[]> => ({
  records: grants.records === 'write' ? [...READS, ...WRITES] : READS,
  keys: {
    none: [],
    read: READS,
    write: [...READS, 'ConditionCheckItem', 'PutItem'],
    destroy: [...READS, 'DeleteItem'].toSorted(),
  }[grants.keys],
  trail: { none: [], put: ['PutItem'], read: [...READS, 'PutItem'] }[grants.trail],
});

/** Table -> actions of DynamoDB that the statements allow on it or on its indexes. */
const tableRights = (statements: readonly Statement[], table: string): string[] =>
  [
    ...new Set(
      statements
        .filter(({ Resource }) =>
          Resource.some((name) => new RegExp(`:table/sointu-test-${table}(/|$)`).test(name)),
        )
        .flatMap(({ Action }) => Action.map((name) => name.replace('dynamodb:', ''))),
    ),
  ].sort();

describe('least privilege is what the manifests say', () => {
  test.each(modules.map((module) => [module.name, module] as const))(
    '%s reads what operators have loaded where its manifest says so, and no module writes it',
    (name, { grants }) => {
      const onLibrary = rightsOf(inTest, name).filter(({ Resource }) =>
        Resource.some((resource) => resource.includes(':::sointu-test-library-')),
      );
      expect(onLibrary.flatMap(({ Action }) => Action).sort()).toEqual(
        grants.library === undefined ? [] : ['s3:GetObject', 's3:ListBucket'],
      );
    },
  );

  test.each(modules.map((module) => [module.name, module] as const))(
    '%s may do with each table what its manifest says, and no more',
    (name, { grants }) => {
      const statements = rightsOf(inTest, name);
      for (const [table, actions] of Object.entries(expected(grants))) {
        expect(tableRights(statements, table), table).toEqual([...actions].sort());
      }
    },
  );

  test.each(modules.map((module) => [module.name, module] as const))(
    '%s may use keys of clients as its manifest says, for the controller of its session',
    (name, { grants }) => {
      const verbs = { generate: 'kms:GenerateDataKey', unwrap: 'kms:Decrypt' };
      const onClients = rightsOf(inTest, name).filter(({ Resource }) =>
        Resource.some((resource) => resource.includes('keyclient')),
      );
      expect(onClients.flatMap(({ Action }) => Action).sort()).toEqual(
        grants.clientKey.map((verb) => verbs[verb]).sort(),
      );
      for (const { Condition } of onClients) {
        expect(Condition['StringEquals']).toEqual({
          'kms:EncryptionContext:controller': '${aws:PrincipalTag/controller}',
        });
      }
    },
  );

  test('a manifest that asks for less gets less', () => {
    const grants: ModuleGrants = { records: 'read', keys: 'none', trail: 'put', clientKey: [] };
    const less = modules.map((module) => (module.name === 'clients' ? { ...module, grants } : module));
    const statements = rightsOf(resourcesOf({}, less), 'clients');
    expect(tableRights(statements, 'records')).toEqual(READS);
    expect(tableRights(statements, 'keys')).toEqual([]);
    expect(statements.flatMap(({ Action }) => Action)).not.toContain('kms:Decrypt');
  });

  test('every right to data holds for the partitions of one controller only', () => {
    const onTables = allowed(rolePolicies.filter(({ id }) => !id.startsWith('planter'))).filter(
      ({ Action }) => Action.some((name) => /^dynamodb:\w*(Item|Query)$/.test(name)),
    );
    expect(onTables.length).toBeGreaterThan(modules.length);
    for (const { Condition } of onTables) {
      expect(Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': '${aws:PrincipalTag/controller}#*' },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    }
  });

  test('a session takes up data of a controller that the settings name, and bears no other tag', () => {
    const dataRoles = ofType(inTest, 'AWS::IAM::Role').filter(({ id }) => /datarole[0-9A-F]{8}$/.test(id));
    expect(dataRoles.length).toBeGreaterThanOrEqual(modules.length);
    for (const { properties } of dataRoles) {
      expect(properties['AssumeRolePolicyDocument']).toMatchObject({
        Statement: [
          {
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: {
              StringEquals: { 'aws:RequestTag/controller': ['LOIMAA', 'KEUSOTE'] },
              'ForAllValues:StringEquals': { 'aws:TagKeys': ['controller'] },
            },
          },
        ],
      });
    }
  });

  test('with that setting off the function’s own role has the rights, and no data role is made', () => {
    const resources = resourcesOf({ credentialsPerController: false });
    expect(ofType(resources, 'AWS::IAM::Role').filter(({ id }) => /datarole/.test(id))).toEqual([]);
    expect(tableRights(rightsOf(resources, 'clients'), 'records')).toEqual([...READS, ...WRITES].sort());
  });

  test('only those whose manifest says so, the sealer and the reconciler read the trail, and only its copier reads its stream', () => {
    const readers = ofType(inTest, 'AWS::IAM::Policy').filter((policy) =>
      statementsOf(policy).some(
        ({ Effect, Action, Resource }) =>
          Effect === 'Allow' &&
          Action.some((name) => /^dynamodb:(GetItem|BatchGet|Query|GetRecords)/.test(name)) &&
          Resource.some((name) => /table\/sointu-test-trail|tabletrail/.test(name)),
      ),
    );
    const names = modules
      .flatMap(({ name, grants, schedules = [] }) => [
        { name, grants },
        ...schedules.map((run) => ({ name: `${name}-${run.file}`, grants: run.grants })),
      ])
      .filter(({ grants }) => grants.trail === 'read')
      .map(({ name }) => `${name}-data`);
    expect(readers.map(({ id }) => id.replace(/policy[0-9A-F]{8}$/, '')).sort()).toEqual(
      [...names, 'copy-lines', 'sealer-data', 'reconciler-data']
        .map((name) => name.replaceAll('-', ''))
        .sort(),
    );
  });
});
