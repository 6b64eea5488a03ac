import { describe, expect, test } from 'vitest';
import { type Resource, resourcesOf, type Statement, statementsOf } from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf({ production: true, auditAccount: '222222222222', guardDuty: true });
const of = (resources: readonly Resource[], type: string, stack?: string): Resource[] =>
  resources.filter((one) => one.type === type && (stack === undefined || one.stack === stack));

/** What is overtaken within minutes, and what is derived, lies in buckets that are not locked. */
const buckets = (resources: readonly Resource[]) =>
  of(resources, 'AWS::S3::Bucket', 'audit').filter(({ id }) => !/^(fresh|rows)/.test(id));

/** The policy of the bucket whose id begins with `name`. */
function policyOf(resources: readonly Resource[], name: string): Statement[] {
  const policies = of(resources, 'AWS::S3::BucketPolicy', 'audit');
  return policies.filter(({ id }) => id.startsWith(name)).flatMap(statementsOf);
}

const bySid = (statements: readonly Statement[], sid: string): Statement | undefined =>
  statements.find(({ Sid }) => Sid === sid);

describe('the evidence is locked', () => {
  test('for twelve years, by nobody to be shortened, in production', () => {
    expect(buckets(inProduction)).toHaveLength(2);
    for (const { properties } of buckets(inProduction)) {
      expect(properties).toMatchObject({
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 4383 } } },
        VersioningConfiguration: { Status: 'Enabled' },
      });
    }
  });

  test('for a day elsewhere, so that a stage for trying can be taken down', () => {
    for (const { properties } of buckets(inTest)) {
      expect(properties).toMatchObject({
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } },
      });
    }
  });

  test('and goes by itself only after its lock', () => {
    for (const { properties } of buckets(inProduction)) {
      expect(properties).toMatchObject({
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 4414 }, { ExpiredObjectDeleteMarker: true }] },
      });
    }
  });
});

const ROLE = 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1';

describe('nothing in the archive is replaced or taken away', () => {
  const archive = policyOf(inTest, 'archive');

  test('a put without If-None-Match is refused to everybody, but for what is planted to be found', () => {
    expect(bySid(archive, 'NothingIsReplaced')).toMatchObject({
      NotResource: expect.stringMatching(/\/planted\/\*$/),
      Effect: 'Deny',
      Action: ['s3:PutObject'],
      Principal: { AWS: '*' },
      Condition: { Null: { 's3:if-none-match': 'true' } },
    });
  });

  test.each(['archive', 'witness'])(
    'deletes from %s are refused to everybody, without a condition',
    (name) => {
      const refusal = bySid(policyOf(inTest, name), 'NothingIsTakenAway');
      expect(refusal).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Condition: {} });
      expect(refusal?.Action).toEqual([
        's3:BypassGovernanceRetention',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
      ]);
    },
  );

  test('functions put into two folders, and nobody else puts anything', () => {
    const functions = 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1-*';
    expect(bySid(archive, 'FunctionsPut')).toMatchObject({
      Condition: { ArnLike: { 'aws:PrincipalArn': functions } },
      Resource: [expect.stringMatching(/\/intake\/\*$/), expect.stringMatching(/\/overwritten\/\*$/)],
    });
    expect(bySid(archive, 'NobodyElsePuts')).toMatchObject({
      Effect: 'Deny',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': functions } },
    });
  });

  test('only the sealer seals: it puts into the log, reads it, and nobody else touches what is fresh', () => {
    const sealer = { ArnEquals: { 'aws:PrincipalArn': `${ROLE}-sealer` } };
    expect(bySid(archive, 'TheSealerSeals')).toMatchObject({
      Action: ['s3:PutObject'],
      Resource: [expect.stringMatching(/\/log\/\*$/)],
      Condition: sealer,
    });
    expect(bySid(archive, 'TheSealerReads')).toMatchObject({ Action: ['s3:GetObject'], Condition: sealer });
    expect(bySid(policyOf(inTest, 'fresh'), 'NobodyElse')).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:PutObject'],
      Condition: { ArnNotEquals: sealer.ArnEquals },
    });
  });

  test.each(['archive', 'fresh', 'rows', 'witness'])('%s is reached by TLS 1.2 at least', (name) => {
    const denied = policyOf(inTest, name).filter(
      ({ Effect, Action }) => Effect === 'Deny' && Action[0] === 's3:*',
    );
    expect(denied.map(({ Condition }) => Condition)).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });
});

describe('CloudTrail', () => {
  const [trail] = of(inTest, 'AWS::CloudTrail::Trail');
  const selectors = JSON.stringify(trail?.properties['AdvancedEventSelectors']);

  test('is one, of all regions, validated, encrypted under our key, in the bucket of witnesses', () => {
    expect(of(inTest, 'AWS::CloudTrail::Trail')).toHaveLength(1);
    expect(trail?.properties).toMatchObject({
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      S3BucketName: 'sointu-test-witness-111111111111',
      KMSKeyId: 'arn:aws:kms:eu-north-1:111111111111:alias/sointu-test-archive',
    });
  });

  test('leaves no use of a key out: management events are taken whole', () => {
    expect(trail?.properties['AdvancedEventSelectors']).toContainEqual({
      Name: expect.any(String),
      FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
    });
    expect(selectors).not.toContain('Not');
    expect(trail?.properties).not.toHaveProperty('EventSelectors');
  });

  test('records data events of the keys, of changes of the trail and of the archive, and of nothing else', () => {
    const data = (type: string, arn: object, more: object[] = []) => ({
      Name: expect.any(String),
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: [type] },
        { Field: 'resources.ARN', ...arn },
        ...more,
      ],
    });
    const table = 'arn:aws:dynamodb:eu-north-1:111111111111:table/sointu-test';
    const changes = {
      Field: 'eventName',
      Equals: expect.arrayContaining(['DeleteItem', 'UpdateItem', 'BatchWriteItem', 'ExecuteStatement']),
    };
    expect(trail?.properties['AdvancedEventSelectors']).toEqual([
      expect.anything(),
      data('AWS::DynamoDB::Table', { Equals: [`${table}-keys`] }),
      data('AWS::DynamoDB::Table', { Equals: [`${table}-trail`] }, [changes]),
      data('AWS::S3::Object', {
        StartsWith: [
          'arn:aws:s3:::sointu-test-archive-111111111111/',
          'arn:aws:s3:::sointu-test-rows-111111111111/',
        ],
      }),
    ]);
    expect(selectors).not.toContain('PutItem');
  });

  test('writes into the bucket of witnesses, and no other trail does', () => {
    const witness = policyOf(inTest, 'witness');
    const arn = 'arn:aws:cloudtrail:eu-north-1:111111111111:trail/sointu-test-witness';
    const allowed = witness.filter(
      ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('cloudtrail'),
    );
    expect(allowed.map(({ Action }) => Action)).toEqual([['s3:GetBucketAcl'], ['s3:PutObject']]);
    for (const { Condition } of allowed) expect(Condition['StringEquals']?.['aws:SourceArn']).toEqual([arn]);
  });

  test.each([
    ['cloudtrail', ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors']],
    ['evidence-buckets', ['PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketObjectLockConfiguration']],
  ])('who touches %s is told to the alarm topic at once', (name, calls) => {
    const rules = of(inTest, 'AWS::Events::Rule', 'witness');
    const rule = rules.find(({ properties }) => properties['Name'] === `sointu-test-${name}`);
    expect(rule?.properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: { detail: { eventName: expect.arrayContaining(calls) } },
      Targets: [{ Arn: 'arn:aws:sns:eu-north-1:111111111111:sointu-test-alarms' }],
    });
  });
});

describe('a second account by a setting', () => {
  test('holds archive, witness and key; the trail of the main account writes across', () => {
    const names = buckets(inProduction).map(({ properties }) => properties['BucketName']);
    expect(names).toEqual(['sointu-test-archive-222222222222', 'sointu-test-witness-222222222222']);
    const [main] = of(inProduction, 'AWS::CloudTrail::Trail', 'witness');
    expect(main?.properties).toMatchObject({
      S3BucketName: 'sointu-test-witness-222222222222',
      KMSKeyId: 'arn:aws:kms:eu-north-1:222222222222:alias/sointu-test-archive',
    });
  });

  test('has a trail of its own for what is done to the evidence there', () => {
    const [own] = of(inProduction, 'AWS::CloudTrail::Trail', 'audit');
    expect(JSON.stringify(own?.properties['AdvancedEventSelectors'])).toContain(
      'sointu-test-archive-222222222222/',
    );
  });

  test('lets functions of the main account make data keys for the archive, and the sealer and who proves lines open what was sealed', () => {
    const [key] = of(inProduction, 'AWS::KMS::Key', 'audit').map(statementsOf);
    const others = (key ?? []).filter(({ Principal }) => JSON.stringify(Principal).includes('111111111111'));
    const provers = ['access-log', 'access-log-run-searches', 'log-requests', 'own-log'].map(
      (name) => `${ROLE}-${name}-data`,
    );
    expect(others).toEqual([
      expect.objectContaining({
        Action: ['kms:GenerateDataKey'],
        Condition: {
          StringEquals: {
            'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::sointu-test-archive-222222222222',
            'kms:ViaService': 's3.eu-north-1.amazonaws.com',
          },
        },
      }),
      expect.objectContaining({
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: expect.objectContaining({ ArnEquals: { 'aws:PrincipalArn': `${ROLE}-sealer` } }),
      }),
      expect.objectContaining({
        Action: ['kms:Decrypt'],
        Condition: expect.objectContaining({ ArnEquals: { 'aws:PrincipalArn': provers } }),
      }),
      expect.objectContaining({ Sid: 'WhoJudgesOpens', Action: ['kms:Decrypt'] }),
      expect.objectContaining({ Sid: 'TheReconcilerReads', Action: ['kms:Decrypt'] }),
      expect.objectContaining({ Sid: 'TheDoorsPut', Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }),
    ]);
  });

  test('is handed nothing by the other stacks, which could not be deployed', () => {
    const audit = inProduction.filter(({ stack }) => stack === 'audit');
    expect(JSON.stringify(audit)).not.toContain('ExportsOutput');
  });
});
