import { describe, expect, test } from 'vitest';
import { whoMay } from '../support/bucket-rights.ts';
import {
  ofType,
  onlyOne,
  productionExample,
  type Resource,
  resourcesOf,
  statementsOf,
} from '../support/templates.ts';

const OPERATOR = 'arn:aws:iam::111111111111:role/sointu-operator';
const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());

describe('the bucket of packages for an archive', () => {
  const deniedIn = (resources: readonly Resource[]) =>
    ofType(resources, 'AWS::S3::BucketPolicy')
      .filter(({ id }) => id.startsWith('transfers'))
      .flatMap(statementsOf)
      .filter(({ Effect, Sid }) => Effect === 'Deny' && Sid !== undefined)
      .map(({ Sid, Action, Condition }) => ({
        Sid,
        Action,
        except: [Condition['ArnNotLike']?.['aws:PrincipalArn'] ?? []].flat(),
      }));

  test('is versioned, shut to the public and encrypted by the customer’s key; what was taken away goes in 35 days', () => {
    expect(onlyOne(inTest, 'AWS::S3::Bucket', 'transfers').properties).toMatchObject({
      BucketName: 'sointu-test-transfers-111111111111',
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
        ],
      },
      LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 35 } }] },
    });
  });

  test('is written by the run that packs, which reads nothing of it, and by no other function', () => {
    expect(whoMay(inTest, 'sointu-test-transfers-111111111111')).toEqual({
      retentionrundisposedata: ['s3:DeleteObject', 's3:ListBucket', 's3:PutObject'],
      deployed: ['s3:GetBucketPolicy'],
    });
  });

  test('is read by the operators that the settings name, and by nobody where they name none', () => {
    const packer = expect.stringContaining('-eu-north-1-retention-run-dispose-data');
    const TAKEN = ['s3:DeleteObject', 's3:DeleteObjectVersion'];
    const READ = ['s3:GetObject', 's3:GetObjectVersion'];
    expect(deniedIn(inTest)).toEqual([
      { Sid: 'NobodyElsePacks', Action: ['s3:PutObject'], except: [packer] },
      { Sid: 'NobodyElseReads', Action: READ, except: [] },
      { Sid: 'NobodyElseTakesAway', Action: TAKEN, except: [packer] },
    ]);
    expect(deniedIn(inProduction)).toEqual([
      { Sid: 'NobodyElsePacks', Action: ['s3:PutObject'], except: [packer] },
      { Sid: 'NobodyElseReads', Action: READ, except: [OPERATOR] },
      { Sid: 'NobodyElseTakesAway', Action: TAKEN, except: [packer, OPERATOR] },
    ]);
  });
});
