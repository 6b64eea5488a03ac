import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { sointuApp } from '../../infra/app.ts';
import { EU_REGIONS, parseSettings } from '../../infra/settings.ts';
import { TABLES } from '../../infra/table.ts';
import { ofType, onlyOne, productionExample, resourcesOf, statementsOf } from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());
const both = [...inTest, ...inProduction];
const folder = mkdtempSync(join(tmpdir(), 'sointu-europe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The whole app, to which a test adds what it should not. */
const appOf = (changes: object = {}) =>
  sointuApp(
    { settings: parseSettings({ ...productionExample(), ...changes }), codeOf: () => Code.fromAsset('docs') },
    mkdtempSync(join(folder, 'out-')),
    [],
  );

describe('the tables', () => {
  const Replica = z.looseObject({ Region: z.string(), DeletionProtectionEnabled: z.boolean() });
  const Table = z.looseObject({ TableName: z.string(), Replicas: z.array(Replica).length(1) });

  test.each(Object.entries(TABLES))(
    '%s stands as the laptop has it, protected and restorable [L-9.19]',
    (name, shape) => {
      const { properties, retained } = onlyOne(inTest, 'AWS::DynamoDB::GlobalTable', `table${name}`);
      const { TableName, Replicas, ...rest } = Table.parse(properties);
      expect(TableName).toBe(`sointu-test-${name}`);
      expect(retained).toBe(true);
      expect(Replicas[0]).toMatchObject({
        Region: 'eu-north-1',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: { records: 35, keys: 7, trail: 35 }[name],
        },
        SSESpecification: { KMSMasterKeyId: expect.stringMatching(/^keydata/) },
      });
      expect(rest['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
      const indexes = z
        .array(z.object({ IndexName: z.string() }))
        .default([])
        .parse(rest['GlobalSecondaryIndexes']);
      expect(indexes.map(({ IndexName }) => IndexName)).toEqual(shape.indexes.map((index) => index.name));
      expect(rest['StreamSpecification']).toEqual(
        shape.stream === false ? undefined : { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      );
    },
  );

  const refused = (name: string): Record<string, string[]> => {
    const { properties } = onlyOne(inTest, 'AWS::DynamoDB::GlobalTable', `table${name}`);
    const [replica] = Table.parse(properties).Replicas;
    const policy = z.object({ PolicyDocument: z.unknown() }).parse(replica?.['ResourcePolicy']);
    const statements = statementsOf({
      ...onlyOne(inTest, 'AWS::DynamoDB::GlobalTable', 'tabletrail'),
      properties: policy,
    });
    return Object.fromEntries(statements.map(({ Effect, Sid = '', Action }) => [`${Effect} ${Sid}`, Action]));
  };

  test('nobody changes or takes away a line of the trail, whatever their own policy says', () => {
    expect(refused('trail')['Deny AppendOnly']).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
    );
  });

  test('no second copy of a key is made, and only disposal takes one away', () => {
    expect(refused('keys')).toMatchObject({
      'Deny NoOtherCopy': expect.arrayContaining([
        'dynamodb:CreateBackup',
        'dynamodb:ExportTableToPointInTime',
      ]),
      'Deny OnlyDisposalDeletes': ['dynamodb:DeleteItem'],
    });
  });
});

describe('keys of our own', () => {
  test.each([
    ['AWS::S3::Bucket', /"KMSMasterKeyID":"[^"]*key\w+\.Arn","SSEAlgorithm":"aws:kms"/],
    ['AWS::Logs::LogGroup', /"KmsKeyId":"[^"]*key/],
    ['AWS::SQS::Queue', /"KmsMasterKeyId":"[^"]*key/],
    ['AWS::SNS::Topic', /"KmsMasterKeyId":"[^"]*key/],
    ['AWS::Events::EventBus', /"KmsKeyIdentifier":"[^"]*key/],
    ['AWS::CloudTrail::Trail', /"KMSKeyId":"[^"]*(key|alias)/],
  ])('encrypt every %s', (type, expected) => {
    const found = ofType(both, type);
    expect(found.length).toBeGreaterThan(0);
    for (const { id, properties } of found) expect(JSON.stringify(properties), id).toMatch(expected);
  });

  test('turn every year, outlive their stack, and their end can be called off for thirty days', () => {
    const keys = ofType(both, 'AWS::KMS::Key');
    for (const { id, properties, retained } of keys) {
      expect(retained, id).toBe(true);
      expect(properties['PendingWindowInDays'], id).toBe(30);
      if (!id.startsWith('keysigning')) expect(properties['EnableKeyRotation'], id).toBe(true);
    }
  });

  test('each controller’s clients have one that nobody wraps anew and, with a network, that is used from inside it', () => {
    const denied = (begins: string, resources = inTest) =>
      statementsOf(onlyOne(resources, 'AWS::KMS::Key', begins)).filter(({ Effect }) => Effect === 'Deny');
    for (const begins of ['keyclientLOIMAA', 'keyclientKEUSOTE', 'keylist', 'keylookup', 'keycontroller']) {
      expect(denied(begins)).toMatchObject([
        { Action: ['kms:CreateGrant', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'] },
      ]);
    }
    expect(denied('keyclientESIMERKKILA', inProduction)).toContainEqual(
      expect.objectContaining({
        Sid: 'OnlyFromInside',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: {
          StringNotEquals: { 'aws:SourceVpc': expect.stringMatching(/^network/) },
          ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111111111111:role/sointu-operator'] },
        },
      }),
    );
  });

  test('only the sealer signs', () => {
    expect(statementsOf(onlyOne(inTest, 'AWS::KMS::Key', 'keysigning'))).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: ['kms:Sign'],
        Condition: {
          ArnNotEquals: {
            'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1-sealer',
          },
        },
      }),
    );
  });
});

test('what operators load for all is theirs alone to write, and its versions are kept', () => {
  const { properties, retained } = onlyOne(inProduction, 'AWS::S3::Bucket', 'library');
  expect(retained).toBe(true);
  expect(properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
  expect(statementsOf(onlyOne(inProduction, 'AWS::S3::BucketPolicy', 'library'))).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject'],
      Condition: {
        ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111111111111:role/sointu-operator'] },
      },
    }),
  );
});

describe('the network of functions', () => {
  test('has no way out, and every function of production is in it [L-9.20]', () => {
    for (const type of ['AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::EIP']) {
      expect(ofType(both, type)).toEqual([]);
    }
    const functions = ofType(inProduction, 'AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThan(modules.length);
    for (const { id, properties } of functions) expect(properties['VpcConfig'], id).toBeDefined();
    expect(ofType(inTest, 'AWS::EC2::VPC')).toEqual([]);
  });

  test('has endpoints that serve this account only, and the one that gives public keys', () => {
    const endpoints = ofType(inProduction, 'AWS::EC2::VPCEndpoint');
    expect(endpoints).toHaveLength(7);
    for (const { id, properties } of endpoints.filter((one) => !one.id.includes('cognito'))) {
      expect(JSON.stringify(properties['PolicyDocument']), id).toContain(
        '"aws:PrincipalAccount":"111111111111"',
      );
    }
  });

  test('functions run at the same time as often as the settings allow', () => {
    const reserved = (resources = inProduction) =>
      ofType(resources, 'AWS::Lambda::Function').map(
        ({ properties }) => properties['ReservedConcurrentExecutions'],
      );
    expect(new Set(reserved())).toEqual(new Set([100, 10]));
    expect(new Set(reserved(inTest))).toEqual(new Set([undefined]));
  });
});

describe('everything stays in the Union', () => {
  test.each(['us-east-1', 'eu-west-2', 'eu-central-2', 'eu-isoe-west-1'])(
    'settings with %s are refused',
    (region) => {
      expect(() => parseSettings({ ...productionExample(), region })).toThrow(/region/);
    },
  );

  test.each([...EU_REGIONS])('settings with %s are taken', (region) => {
    expect(parseSettings({ ...productionExample(), region }).region).toBe(region);
  });

  test.each([
    ['another region', { env: { account: '111111111111', region: 'us-east-1' } }],
    ['a region not said', {}],
  ])('a stack with %s ends the synthesis', (_, props) => {
    const app = appOf();
    const elsewhere = new Stack(app, 'elsewhere', props);
    expect(elsewhere.stackName).toBe('elsewhere');
    expect(() => app.synth()).toThrow(/not a region of the EU/);
  });

  test('a table with a replica elsewhere ends the synthesis', () => {
    const app = appOf();
    const stack = new Stack(app, 'copies', { env: { account: '111111111111', region: 'eu-north-1' } });
    const table = new CfnGlobalTable(stack, 'table', {
      attributeDefinitions: [{ attributeName: 'pk', attributeType: 'S' }],
      keySchema: [{ attributeName: 'pk', keyType: 'HASH' }],
      replicas: [{ region: 'eu-north-1' }, { region: 'us-east-1' }],
    });
    expect(table.cfnResourceType).toBe('AWS::DynamoDB::GlobalTable');
    expect(() => app.synth()).toThrow(/replica elsewhere/);
  });

  test('nothing is copied to another region [L-7.3, L-8.1, H-14.1, J-4.6]', () => {
    const text = JSON.stringify(both);
    expect(text).not.toMatch(/ReplicationConfiguration|"MultiRegion":true|EndpointId/);
    const regions = new Set(text.match(/\b(af|ap|ca|cn|eu|il|me|mx|sa|us)(-gov)?-[a-z]+-\d\b/g));
    expect([...regions]).toEqual(['eu-north-1']);
  });
});

/** Synthesis of everything, on a machine that has other work too. */
const PATIENCE_MS = 180_000;

test('what cdk-nag finds and nobody has answered for ends the synthesis', { timeout: PATIENCE_MS }, () => {
  const app = appOf();
  const stack = new Stack(app, 'loose', { env: { account: '111111111111', region: 'eu-north-1' } });
  expect(new Queue(stack, 'queue').fifo).toBe(false);
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS/);
});
