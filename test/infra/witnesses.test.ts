import { describe, expect, test } from 'vitest';
import { epochMsOfId } from '../../shared/kernel/id.ts';
import { ofType, resourcesOf, type Statement, statementsOf } from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf({ production: true, auditAccount: '222222222222', guardDuty: true });
const of = (type: string, stack: string) => ofType(inTest, type).filter((one) => one.stack === stack);

/** The policy of the bucket of evidence whose id begins with `name`. */
const policyOf = (name: string): Statement[] =>
  of('AWS::S3::BucketPolicy', 'audit')
    .filter(({ id }) => id.startsWith(name))
    .flatMap(statementsOf);

const bySid = (statements: readonly Statement[], sid: string): Statement | undefined =>
  statements.find(({ Sid }) => Sid === sid);

describe('what plants violations reaches nothing of a client', () => {
  const rights = of('AWS::IAM::Policy', 'work')
    .filter(({ id }) => id.startsWith('planterpolicy'))
    .flatMap(statementsOf);
  const tag = '${aws:PrincipalTag/controller}';

  test('it can put, and make and open planted keys; it reads nothing and takes nothing away', () => {
    expect(rights.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'dynamodb:PutItem',
      'dynamodb:PutItem',
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKey',
      's3:PutObject',
    ]);
  });

  test.each([
    ['trail', { 'ForAllValues:StringEquals': `${tag}#c#7ZZZZZZZZZ0000000000000000` }],
    ['records', { 'ForAllValues:StringLike': `${tag}#x#*#16` }],
  ])(
    'of %s it reaches one kind of partition, in the outbox that of planted events alone, of the controller of its session',
    (table, bound) => {
      const own = rights.find(({ Resource }) => Resource.some((name) => name.endsWith(`-${table}`)));
      const [[operator, keys] = ['', '']] = Object.entries(bound);
      expect(own?.Condition).toEqual({
        [operator]: { 'dynamodb:LeadingKeys': keys },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    },
  );

  test('the keys are those that begin at the end of time, where no key of a client is ever made', () => {
    const keys = rights.find(({ Resource }) => Resource.some((name) => name.includes('keyclient')));
    expect(keys?.Condition).toMatchObject({
      StringEquals: { 'kms:EncryptionContext:controller': tag },
      StringLike: { 'kms:EncryptionContext:key': '7ZZZZZZZZZ*' },
    });
    expect(epochMsOfId('7ZZZZZZZZZ')).toBe(2 ** 48 - 1);
  });

  test('violations are planted in one folder, by one role that puts nowhere else', () => {
    const archive = policyOf('archive');
    const planter = { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1-planter' };
    expect(bySid(archive, 'NobodyElsePlants')).toMatchObject({
      Effect: 'Deny',
      Resource: [expect.stringMatching(/\/planted\/\*$/)],
      Condition: { ArnNotEquals: planter },
    });
    expect(bySid(archive, 'ThePlanterOnlyPlants')).toMatchObject({
      Effect: 'Deny',
      NotResource: expect.stringMatching(/\/planted\/\*$/),
      Condition: { ArnEquals: planter },
    });
  });

  test('only the function that judges takes it up, for a controller of this deployment', () => {
    const [role] = of('AWS::IAM::Role', 'work').filter(({ id }) => id.startsWith('planterrole'));
    expect(role?.properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { AWS: expect.stringMatching(/^plantingsrole/) },
          Condition: { StringEquals: { 'aws:RequestTag/controller': ['LOIMAA', 'KEUSOTE'] } },
        },
      ],
    });
  });
});

describe('the witnesses beside CloudTrail', () => {
  const witness = policyOf('witness');
  const role = (name: string) => ({
    ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::111111111111:role/sointu-test-eu-north-1-${name}` },
  });

  test('the logs of the doors are put into a folder of the locked bucket, by the role of their streams alone', () => {
    expect(bySid(witness, 'TheDoorsPut')).toMatchObject({
      Effect: 'Allow',
      Resource: [expect.stringMatching(/\/gateway\/\*$/), expect.stringMatching(/\/sign-ins\/\*$/)],
      Condition: role('door-witness'),
    });
    const streams = of('AWS::KinesisFirehose::DeliveryStream', 'witness');
    expect(streams.map(({ properties }) => properties['DeliveryStreamName'])).toEqual([
      'sointu-test-staff-sign-ins-witness',
      'sointu-test-staff-witness',
      'sointu-test-citizens-sign-ins-witness',
      'sointu-test-citizens-witness',
    ]);
    for (const { properties } of streams) {
      expect(properties['ExtendedS3DestinationConfiguration']).toMatchObject({
        BucketARN: 'arn:aws:s3:::sointu-test-witness-111111111111',
        CompressionFormat: 'GZIP',
        Prefix: expect.stringMatching(
          /^(gateway|sign-ins)\/(staff|citizens)\/!\{timestamp:yyyy\/MM\/dd\/HH\}\/$/,
        ),
      });
    }
    const groups = of('AWS::Logs::SubscriptionFilter', 'witness');
    expect(groups.map(({ properties }) => properties['FilterPattern'])).toEqual(['', '', '', '']);
  });

  test('so are the events of sign-in of each pool: every attempt stands where nobody can change it', () => {
    const groups = of('AWS::Logs::LogGroup', 'api').filter(({ properties }) =>
      String(properties['LogGroupName']).includes('/sign-ins/'),
    );
    const filters = of('AWS::Logs::SubscriptionFilter', 'witness').filter(({ id }) => id.includes('signins'));
    expect(filters.map(({ properties }) => properties['LogGroupName'])).toEqual(
      groups.map(({ properties }) => properties['LogGroupName']),
    );
    const streams = of('AWS::KinesisFirehose::DeliveryStream', 'witness').filter(({ id }) =>
      id.includes('signins'),
    );
    expect(filters.map(({ properties }) => properties['DestinationArn'])).toEqual(
      streams.map(({ id }) => `${id}.Arn`),
    );
    expect(groups).toHaveLength(2);
  });

  test('nobody else puts anything there, whatever their own rights, so that no evidence is made up', () => {
    expect(bySid(witness, 'NobodyElsePuts')).toEqual({
      Sid: 'NobodyElsePuts',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:PutObject', 's3:PutObjectAcl'],
      Resource: [expect.stringMatching(/\/\*$/)],
      Condition: {
        ArnNotEquals: role('door-witness').ArnEquals,
        StringNotEquals: { 'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com' },
      },
    });
    const putting = witness.filter(
      ({ Effect, Action }) => Effect === 'Allow' && Action.includes('s3:PutObject'),
    );
    expect(putting.map(({ Sid }) => Sid)).toEqual(['CloudTrailPuts', 'TheDoorsPut']);
  });

  test('whoever compares them with the log reads, and puts nothing there', () => {
    const own = witness.filter(
      ({ Condition }) => JSON.stringify(Condition) === JSON.stringify(role('reconciler')),
    );
    expect(own.flatMap(({ Action }) => Action).toSorted()).toEqual(['s3:GetObject', 's3:ListBucket']);
    const archive = policyOf('archive');
    expect(bySid(archive, 'TheReconcilerReads')).toMatchObject({
      Action: ['s3:GetObject'],
      Resource: [expect.stringMatching(/\/intake\/\*$/)],
      Condition: role('reconciler'),
    });
  });

  test('it has no key of clients: it opens objects of the evidence, and its queue, and nothing else', () => {
    const policies = of('AWS::IAM::Policy', 'work').filter(({ id }) => /^reconciler(data)?policy/.test(id));
    expect(policies).toHaveLength(2);
    const keys = policies
      .flatMap(statementsOf)
      .filter(({ Action }) => Action.some((action) => /^kms:(Decrypt|GenerateDataKey)/.test(action)));
    for (const { Condition } of keys) expect(JSON.stringify(Condition)).toMatch(/kms:ViaService/);
  });

  test.each([
    ['TheReconcilerReads', 'reconciler', /archive-111111111111$|witness-111111111111\/\*$/],
    ['TheDoorsPut', 'door-witness', /witness-111111111111\/(gateway|sign-ins)\/\*$/],
  ])('the key of the evidence lets them through S3 and for those buckets only: %s', (sid, name, places) => {
    const key = bySid(of('AWS::KMS::Key', 'audit').flatMap(statementsOf), sid);
    expect(key?.Condition).toMatchObject({
      ...role(name),
      StringEquals: { 'kms:ViaService': 's3.eu-north-1.amazonaws.com' },
    });
    for (const place of [key?.Condition['StringLike']?.['kms:EncryptionContext:aws:s3:arn']].flat()) {
      expect(place).toMatch(places);
    }
  });
});

test('GuardDuty watches when the setting says so, and tells what it found', () => {
  expect(ofType(inTest, 'AWS::GuardDuty::Detector')).toEqual([]);
  expect(ofType(inProduction, 'AWS::GuardDuty::Detector')).toHaveLength(1);
  const rules = ofType(inProduction, 'AWS::Events::Rule').map(({ properties }) => properties['Name']);
  expect(rules).toContain('sointu-test-guard-duty');
});
