import { describe, expect, test } from 'vitest';
import { arnOf, isAbout, whoMay } from '../support/bucket-rights.ts';
import {
  ofType,
  onlyOne,
  productionExample,
  type Resource,
  resourcesOf,
  statementsOf,
} from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());

const INBOX = 'sointu-test-inbox-111111111111';
const DOCUMENTS = 'sointu-test-documents-111111111111';
describe('the bucket of what comes in', () => {
  const { properties } = onlyOne(inTest, 'AWS::S3::Bucket', 'inbox');

  test('is shut to the public, speaks TLS alone, and is emptied within a day of what nobody took in', () => {
    expect(properties).toMatchObject({
      BucketName: INBOX,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1, Status: 'Enabled' }] },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(properties).not.toHaveProperty('VersioningConfiguration');
    const denied = ofType(inTest, 'AWS::S3::BucketPolicy')
      .filter(({ id }) => id.startsWith('inbox'))
      .flatMap(statementsOf)
      .filter(({ Effect }) => Effect === 'Deny');
    expect(denied.map(({ Condition }) => Condition)).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });

  test('takes forms from pages of the front ends that the settings name, and of nobody without', () => {
    expect(properties).not.toHaveProperty('CorsConfiguration');
    expect(onlyOne(inProduction, 'AWS::S3::Bucket', 'inbox').properties).toMatchObject({
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['https://sointu.example.fi'] }],
      },
    });
  });

  test('is put into by forms of the modules of attachments and of requests, and read and emptied by who takes in and who tidies', () => {
    expect(whoMay(inTest, INBOX)).toEqual({
      attachmentsdata: ['s3:PutObject'],
      // Redacted copies of the files of a package.
      datasubjectrequestsdata: ['s3:PutObject'],
      attachmentsonuploaddata: ['s3:DeleteObject', 's3:GetObject', 's3:GetObjectTagging'],
      attachmentsruntidydata: ['s3:DeleteObject', 's3:GetObject', 's3:GetObjectTagging', 's3:ListBucket'],
      // Its policy alone, whose hash goes on the log.
      deployed: ['s3:GetBucketPolicy'],
    });
  });
});

describe('the bucket of sealed files', () => {
  test('keeps what was taken away for as long as the tables can be restored', () => {
    expect(onlyOne(inTest, 'AWS::S3::Bucket', 'documents').properties).toMatchObject({
      BucketName: DOCUMENTS,
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }] },
    });
  });

  test('is read by who opens files and documents, put into by who takes in and who writes documents, and emptied by who removes and who tidies', () => {
    expect(whoMay(inTest, DOCUMENTS)).toEqual({
      assessmentsdata: ['s3:GetObject'],
      attachmentsdata: ['s3:GetObject'],
      attachmentsonuploaddata: ['s3:PutObject'],
      attachmentsonremoveddata: ['s3:DeleteObject'],
      attachmentsruntidydata: ['s3:DeleteObject', 's3:ListBucket', 's3:PutObject'],
      casesdata: ['s3:GetObject', 's3:PutObject'],
      datasubjectrequestsdata: ['s3:GetObject'],
      decisionsdata: ['s3:GetObject', 's3:PutObject'],
      deployed: ['s3:GetBucketPolicy'],
      disclosuresdata: ['s3:GetObject', 's3:PutObject'],
      documentsdata: ['s3:GetObject', 's3:PutObject'],
      documentsonremoveddata: ['s3:DeleteObject'],
      intakedata: ['s3:GetObject', 's3:PutObject'],
      plansdata: ['s3:GetObject'],
      printsdata: ['s3:GetObject'],
      retentionrundisposedata: ['s3:DeleteObject', 's3:GetObject'],
      searchdata: ['s3:GetObject'],
    });
  });
});

describe('objects are of one controller', () => {
  const statements = ofType(inTest, 'AWS::IAM::Policy')
    .flatMap(statementsOf)
    .filter((one) => isAbout(INBOX)(one) || isAbout(DOCUMENTS)(one))
    // Who hashes the policies reaches no object.
    .filter(({ Action }) => !(Action.length === 1 && Action.includes('s3:GetBucketPolicy')));

  test('a session reaches names that begin with its own controller, and lists no others', () => {
    expect(statements.length).toBeGreaterThan(6);
    for (const { Action, Resource, Condition } of statements) {
      if (Action.includes('s3:ListBucket')) {
        expect(Condition).toEqual({ StringLike: { 's3:prefix': '${aws:PrincipalTag/controller}/*' } });
      } else {
        for (const name of Resource) expect(name).toMatch(/\/\$\{aws:PrincipalTag\/controller\}\/\*$/);
      }
    }
  });

  test('the key at rest is used for the bucket alone that the function reaches, and only through S3', () => {
    const taker = ofType(inTest, 'AWS::IAM::Policy').filter(({ id }) =>
      id.startsWith('attachmentsonuploaddata'),
    );
    const onData = taker
      .flatMap(statementsOf)
      .filter(({ Resource }) => Resource.some((name) => name.includes('keydata')));
    expect(onData.map(({ Action, Condition }) => ({ Action, Condition }))).toEqual(
      [
        [['kms:Decrypt'], INBOX],
        [['kms:GenerateDataKey'], DOCUMENTS],
      ].map(([Action, bucket]) => ({
        Action,
        Condition: {
          StringEquals: {
            'kms:EncryptionContext:aws:s3:arn': arnOf(String(bucket)),
            'kms:ViaService': 's3.eu-north-1.amazonaws.com',
          },
        },
      })),
    );
  });

  test('a function is told of the buckets that its manifest names', () => {
    const told = (name: string): unknown =>
      ofType(inTest, 'AWS::Lambda::Function').find(
        ({ properties: { FunctionName } }) => FunctionName === `sointu-test-${name}`,
      )?.properties['Environment'];
    expect(told('attachments-on-upload')).toMatchObject({
      Variables: { SOINTU_INBOX: INBOX, SOINTU_DOCUMENTS: DOCUMENTS, SOINTU_MALWARE_SCAN: 'none' },
    });
    expect(JSON.stringify(told('attachments-on-removed'))).not.toContain('SOINTU_INBOX');
    expect(JSON.stringify(told('clients'))).not.toMatch(/SOINTU_(INBOX|DOCUMENTS)/);
  });
});

describe('a file that came in', () => {
  const ruleOf = (resources: readonly Resource[]) =>
    onlyOne(resources, 'AWS::Events::Rule', 'attachmentsonuploadrule').properties;

  test('is told of by the account’s own bus, through a queue with dead letters', () => {
    const queue = onlyOne(inTest, 'AWS::SQS::Queue', 'attachmentsonuploadqueue');
    const dead = onlyOne(inTest, 'AWS::SQS::Queue', 'attachmentsonuploaddead');
    expect(ruleOf(inTest)).toEqual({
      Name: 'sointu-test-attachments-on-upload',
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [INBOX] } },
      },
      Targets: [{ Id: 'queue', Arn: `${queue.id}.Arn`, DeadLetterConfig: { Arn: `${dead.id}.Arn` } }],
    });
    const allowed = ofType(inTest, 'AWS::SQS::QueuePolicy')
      .filter(({ id }) => id.startsWith('attachmentsonuploadqueue'))
      .flatMap(statementsOf)
      .filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toMatchObject([
      {
        Action: ['sqs:SendMessage'],
        Condition: {
          ArnEquals: {
            'aws:SourceArn': 'arn:aws:events:eu-north-1:111111111111:rule/sointu-test-attachments-on-upload',
          },
        },
      },
    ]);
  });

  test('is taken in only after the scanner has spoken, where one is configured', () => {
    expect(ruleOf(inProduction)['EventPattern']).toEqual({
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: ['sointu-production-inbox-111111111111'] } },
    });
    expect(ofType(inTest, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
    expect(
      onlyOne(inProduction, 'AWS::GuardDuty::MalwareProtectionPlan', 'malwarescan').properties,
    ).toMatchObject({
      ProtectedResource: { S3Bucket: { BucketName: 'sointu-production-inbox-111111111111' } },
      Actions: { Tagging: { Status: 'ENABLED' } },
    });
  });

  test('is looked into by the scanner in the inbox alone, which changes no file', () => {
    const [policy] = ofType(inProduction, 'AWS::IAM::Policy').filter(({ id }) =>
      id.startsWith('malwarescan'),
    );
    const rights = policy === undefined ? [] : statementsOf(policy);
    const inbox = arnOf('sointu-production-inbox-111111111111');
    const onObjects = rights.filter(({ Action }) => Action.some((name) => name.startsWith('s3:')));
    for (const { Resource } of onObjects) {
      for (const name of Resource) expect(name.startsWith(inbox), name).toBe(true);
    }
    const puts = onObjects.filter(({ Action }) => Action.includes('s3:PutObject'));
    expect(puts.flatMap(({ Resource }) => Resource)).toEqual([
      `${inbox}/malware-protection-resource-validation-object`,
    ]);
    expect(rights.flatMap(({ Action }) => Action)).not.toContain('s3:DeleteObject');
  });
});
