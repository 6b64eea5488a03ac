import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../infra/settings.ts';
import { ofType, onlyOne, resourcesOf, type Statement, statementsOf } from '../support/templates.ts';

/** The archive is copied into an account of the data-protection officer's own, where nobody else has a right. */

const COPY = { account: '333333333333', region: 'eu-central-1' };
const resources = resourcesOf({ production: true, auditAccount: '222222222222', archiveCopy: COPY });
const inCopy = resources.filter(({ stack }) => stack === 'copy');
const COPIER = 'arn:aws:iam::222222222222:role/sointu-test-eu-north-1-archive-copier';
const ARCHIVE = 'arn:aws:s3:::sointu-test-archive-222222222222';
const BUCKET = 'arn:aws:s3:::sointu-test-archive-copy-333333333333';

const policy = ofType(inCopy, 'AWS::S3::BucketPolicy').flatMap(statementsOf);
const bySid = (statements: readonly Statement[], sid: string): Statement | undefined =>
  statements.find(({ Sid }) => Sid === sid);

describe('the copy of the archive', () => {
  test('is locked for as long as the archive, and stays when its stack goes', () => {
    const bucket = onlyOne(inCopy, 'AWS::S3::Bucket', 'archivecopy');
    expect(bucket.retained).toBe(true);
    expect(bucket.properties).toMatchObject({
      BucketName: 'sointu-test-archive-copy-333333333333',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 4383 } } },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  test('takes objects from the copier of the archive, and from nobody else, the account itself not excepted', () => {
    expect(bySid(policy, 'TheCopierCopies')).toMatchObject({
      Effect: 'Allow',
      Action: ['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject'],
      Condition: { ArnEquals: { 'aws:PrincipalArn': COPIER } },
    });
    expect(bySid(policy, 'NobodyElseCopies')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:ReplicateObject'],
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': COPIER } },
    });
    expect(bySid(policy, 'NobodyPutsOrHides')).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:PutObject', 's3:ReplicateDelete'],
      Condition: {},
    });
    expect(bySid(policy, 'NothingIsTakenAway')).toMatchObject({ Effect: 'Deny', Condition: {} });
  });

  test('and its key serves nobody of another account but the copier, through S3 and for this bucket', () => {
    const others = ofType(inCopy, 'AWS::KMS::Key')
      .flatMap(statementsOf)
      .filter(({ Principal }) => !JSON.stringify(Principal).includes('333333333333'));
    expect(others).toEqual([
      expect.objectContaining({
        Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
        Condition: {
          ArnEquals: { 'aws:PrincipalArn': COPIER },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': [BUCKET, `${BUCKET}/*`] },
          StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' },
        },
      }),
    ]);
  });
});

describe('the archive copies itself', () => {
  const audit = resources.filter(({ stack }) => stack === 'audit');

  test('whole, with locks, never a mark of deletion, into the key and the ownership of the other account', () => {
    const archive = onlyOne(audit, 'AWS::S3::Bucket', 'archive');
    expect(archive.properties['ReplicationConfiguration']).toMatchObject({
      Rules: [
        {
          Status: 'Enabled',
          DeleteMarkerReplication: { Status: 'Disabled' },
          SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
          Destination: {
            Bucket: BUCKET,
            Account: '333333333333',
            AccessControlTranslation: { Owner: 'Destination' },
            EncryptionConfiguration: {
              ReplicaKmsKeyID: 'arn:aws:kms:eu-central-1:333333333333:alias/sointu-test-archive-copy',
            },
          },
        },
      ],
    });
  });

  test('under a role that reads the archive and puts into the copy, and can do nothing else', () => {
    const rights = statementsOf(onlyOne(audit, 'AWS::IAM::Policy', 'archivecopier'));
    expect(rights.map(({ Action, Resource }) => [Action.toSorted(), Resource])).toEqual([
      [['s3:GetReplicationConfiguration', 's3:ListBucket'], [ARCHIVE]],
      [
        [
          's3:GetObjectLegalHold',
          's3:GetObjectRetention',
          's3:GetObjectVersionAcl',
          's3:GetObjectVersionForReplication',
        ],
        [`${ARCHIVE}/*`],
      ],
      [['s3:ObjectOwnerOverrideToBucketOwner', 's3:ReplicateObject'], [`${BUCKET}/*`]],
      [['kms:Decrypt'], [expect.stringContaining('keyarchive')]],
      [['kms:Encrypt', 'kms:GenerateDataKey'], ['arn:aws:kms:eu-central-1:333333333333:key/*']],
    ]);
  });

  test('what could not be copied, and a copy an hour behind, sound where the other alarms do', () => {
    const alarms = ofType(audit, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    expect(alarms.map(({ AlarmName, MetricName }) => [AlarmName, MetricName])).toEqual([
      ['sointu-test-copy-late-failed', 'OperationsFailedReplication'],
      ['sointu-test-copy-late-behind', 'ReplicationLatency'],
    ]);
    const publishers = ofType(resources, 'AWS::SNS::TopicPolicy')
      .flatMap(statementsOf)
      .filter(({ Principal }) => JSON.stringify(Principal).includes('cloudwatch'))
      .map(({ Condition }) => Condition['StringEquals']?.['aws:SourceAccount']);
    expect(publishers).toEqual(['111111111111', '222222222222']);
  });
});

test.each([
  ['that runs the system', { account: '111111111111', region: 'eu-north-1' }],
  ['that keeps the evidence', { account: '222222222222', region: 'eu-north-1' }],
  ['in a region outside the Union', { account: '333333333333', region: 'eu-west-2' }],
])('no copy lies in the account %s', (_, archiveCopy) => {
  const door = { allowedNetworks: ['192.0.2.0/24'] };
  const page = ['https://sointu.example.fi/'];
  expect(() =>
    parseSettings({
      stage: 'test',
      production: true,
      account: '111111111111',
      auditAccount: '222222222222',
      region: 'eu-north-1',
      controllers: [{ id: 'LOIMAA', callbackUrls: page, logoutUrls: page }],
      staff: door,
      archiveCopy,
    }),
  ).toThrow();
});
