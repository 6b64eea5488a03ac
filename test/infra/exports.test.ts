import { describe, expect, test } from 'vitest';
import { whoMay } from '../support/bucket-rights.ts';
import { ofType, onlyOne, resourcesOf, statementsOf } from '../support/templates.ts';

const inTest = resourcesOf();
const EXPORTS = 'sointu-test-exports-111111111111';

describe('the bucket of editions of statistics', () => {
  const { properties } = onlyOne(inTest, 'AWS::S3::Bucket', 'exports');

  test('is versioned, shut to the public and encrypted by the customer’s key, and its files stay', () => {
    expect(properties).toMatchObject({
      BucketName: EXPORTS,
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
        ],
      },
      LifecycleConfiguration: {
        Rules: [{ Prefix: 'answers/', ExpirationInDays: 7 }, { AbortIncompleteMultipartUpload: {} }],
      },
    });
  });

  test('is written by the run that lays editions down, and what lies there is taken away by nobody', () => {
    expect(whoMay(inTest, EXPORTS)).toEqual({
      statisticsrundeliverdata: ['s3:ListBucket', 's3:PutObject'],
      deployed: ['s3:GetBucketPolicy'],
    });
    const denied = ofType(inTest, 'AWS::S3::BucketPolicy')
      .filter(({ id }) => id.startsWith('exports'))
      .flatMap(statementsOf)
      .find(({ Sid }) => Sid === 'NobodyElseLaysDown');
    expect(denied).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject'],
      Condition: {
        ArnNotEquals: {
          'aws:PrincipalArn': expect.stringContaining('sointu-test-eu-north-1-statistics-run-deliver-data'),
        },
      },
    });
  });

  test('is asked in SQL over a table by controller, under a policy that reaches one controller’s rows', () => {
    const records = inTest.filter(({ stack }) => stack === 'records');
    expect(onlyOne(records, 'AWS::Glue::Table', 'figures').properties).toMatchObject({
      DatabaseName: 'sointu_test_statistics',
      TableInput: {
        Name: 'figures',
        PartitionKeys: [{ Name: 'controller', Type: 'string' }],
        Parameters: {
          'projection.enabled': 'true',
          'projection.controller.values': 'LOIMAA,KEUSOTE',
          'storage.location.template': expect.stringMatching(/\/\$\{controller\}\/rows\/$/),
        },
      },
    });
    const statements = statementsOf(onlyOne(records, 'AWS::IAM::ManagedPolicy', 'figuresstatisticianLOIMAA'));
    expect(JSON.stringify(statements)).not.toContain('KEUSOTE');
    const read = statements.find(({ Action }) => Action.includes('s3:GetObject'));
    expect(read?.Resource.map((name) => name.slice(name.indexOf('/') + 1))).toEqual([
      'LOIMAA/rows/*',
      'answers/LOIMAA/*',
    ]);
  });
});
