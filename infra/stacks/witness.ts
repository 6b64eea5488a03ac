import { type App, Stack } from 'aws-cdk-lib';
import { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { cloudTrail, mainSelectors } from '../constructs/cloud-trail.ts';
import { bucketNames, type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { doorWitness } from '../constructs/door-witness.ts';
import { noticeRule } from '../constructs/notice-rule.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { Api } from './api.ts';

const BY_CALL = 'AWS API Call via CloudTrail';
const WHO_DID_WHAT = {
  what: '$.detail.eventName',
  who: '$.detail.userIdentity.arn',
  when: '$.detail.eventTime',
};

/**
 * What AWS records of the account in which the system runs. It writes into the buckets of the audit stack,
 * which may lie in another account; the trail itself has to be where the calls are made. The logs of the doors are carried there
 * too.
 */
export function witnessStack(
  app: App,
  { settings }: Deployment,
  { stack: doors, logs }: Pick<Api, 'stack' | 'logs'>,
): Stack {
  const stack = new Stack(app, `${prefixOf(settings)}-witness`, {
    ...mainEnv(settings),
    description: 'Sointu: CloudTrail of this account, and who touches it.',
    terminationProtection: settings.production,
  });
  cloudTrail(stack, settings, mainSelectors(settings));
  doorWitness(stack, settings, logs);
  stack.addStackDependency(doors);
  noticeRule(stack, settings, {
    kind: 'witness-touched',
    subject: 'cloudtrail',
    pattern: {
      source: ['aws.cloudtrail'],
      'detail-type': [BY_CALL],
      detail: {
        eventSource: ['cloudtrail.amazonaws.com'],
        eventName: ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'CreateTrail'],
      },
    },
    sentence: 'CloudTrail was touched: <what> by <who> at <when>.',
    paths: WHO_DID_WHAT,
  });
  noticeRule(stack, settings, {
    kind: 'witness-touched',
    subject: 'evidence-buckets',
    pattern: bucketsTouched(settings),
    sentence: 'A bucket of evidence was touched: <what> by <who> at <when>.',
    paths: WHO_DID_WHAT,
  });
  if (settings.guardDuty) guardDuty(stack, settings);
  return stack;
}

/** What guards the evidence: its policy, its lock, its versions, its lifecycle, its encryption. */
const bucketsTouched = (settings: DeploymentSettings): object => {
  const { archive, witness } = bucketNames(settings);
  return {
    source: ['aws.s3'],
    'detail-type': [BY_CALL],
    detail: {
      eventSource: ['s3.amazonaws.com'],
      eventName: [
        'PutBucketPolicy',
        'DeleteBucketPolicy',
        'PutBucketObjectLockConfiguration',
        'PutBucketVersioning',
        'PutBucketLifecycle',
        'DeleteBucketLifecycle',
        'PutBucketReplication',
        'DeleteBucketReplication',
        'PutBucketEncryption',
        'DeleteBucketEncryption',
        'DeleteBucket',
      ],
      requestParameters: { bucketName: [archive, witness] },
    },
  };
};

/** Signs of an intruder, found by AWS in CloudTrail, flow logs and name look-ups. */
function guardDuty(stack: Stack, settings: DeploymentSettings): void {
  new CfnDetector(stack, 'guard-duty', {
    enable: true,
    findingPublishingFrequency: 'FIFTEEN_MINUTES',
    features: ['S3_DATA_EVENTS', 'LAMBDA_NETWORK_LOGS'].map((name) => ({ name, status: 'ENABLED' })),
  });
  noticeRule(stack, settings, {
    kind: 'intruder-suspected',
    subject: 'guard-duty',
    pattern: {
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', 4] }] },
    },
    sentence: 'GuardDuty: <title> Severity <severity>, finding <id>.',
    paths: { title: '$.detail.title', severity: '$.detail.severity', id: '$.detail.id' },
  });
}
