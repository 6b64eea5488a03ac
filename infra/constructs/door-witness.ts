import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { CfnLogGroup, CfnSubscriptionFilter, type LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, bucketArn, bucketNames, prefixOf, roleNameOf } from './deployment.ts';
import { byEvidenceKey } from './evidence-key.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';
import { boundaryOf } from './region-boundary.ts';

/** What is carried, and the folder of the bucket into which it is: answers of a door, and sign-ins at it. */
const CARRIED = {
  staff: { folder: 'gateway', door: 'staff' },
  citizens: { folder: 'gateway', door: 'citizens' },
  'staff-sign-ins': { folder: 'sign-ins', door: 'staff' },
  'citizens-sign-ins': { folder: 'sign-ins', door: 'citizens' },
} as const;
type Carried = keyof typeof CARRIED;

/** The role under which the logs of the doors are put into the locked bucket, and where it puts them. */
export const DOOR_WITNESS = 'door-witness';
const FOLDERS = ['gateway', 'sign-ins'] as const;
export const DOOR_FOLDERS = ['gateway/staff', 'gateway/citizens'];

/** Every object that the doors put, in this bucket of witnesses. */
export const doorObjects = (witness: string): string[] => FOLDERS.map((folder) => `${witness}/${folder}/*`);

/** Minutes that a record of a door waits at most for others. */
const BUFFER_SECONDS = 300;

/** Told of each log of a door that is to be carried into the bucket of witnesses, where nobody can change it. */
export type DoorWitness = (what: Carried, log: LogGroup) => void;
export type CarriedLog = { what: Carried; log: LogGroup };

/**
 * Security decision 22 b. One role puts for both doors, another takes their logs up. The doors stand in another stack,
 * whose logs are named and not handed over.
 */
export function doorWitness(
  scope: Construct,
  settings: DeploymentSettings,
  logs: readonly CarriedLog[],
): void {
  const witness = bucketArn(bucketNames(settings).witness);
  const ofStream = (what: string): string =>
    arn(settings, 'firehose', `deliverystream/${prefixOf(settings)}-${what}-witness`);
  const role = (name: string, service: string, statements: PolicyStatement[]) => {
    const made = new Role(scope, `${name}-role`, {
      roleName: roleNameOf(settings, name),
      assumedBy: new ServicePrincipal(service, {
        conditions: { StringEquals: { 'aws:SourceAccount': settings.account } },
      }),
      permissionsBoundary: boundaryOf(scope, settings, name),
    });
    return { made, policy: inlinePolicy(scope, name, made, statements) };
  };
  const putting = role(DOOR_WITNESS, 'firehose.amazonaws.com', [
    new WideStatement('Objects are named by the hour in which they are put.', {
      actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'],
      resources: doorObjects(witness),
    }),
    new PolicyStatement({
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [witness],
    }),
    byEvidenceKey(settings, ['kms:GenerateDataKey', 'kms:Decrypt'], doorObjects(witness), 'StringLike'),
  ]);
  const taking = role('door-logs', 'logs.amazonaws.com', [
    new PolicyStatement({
      actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      resources: Object.keys(CARRIED).map(ofStream),
    }),
  ]);
  for (const { what, log } of logs) {
    const { folder, door } = CARRIED[what];
    const stream = new CfnDeliveryStream(scope, `${what}-witness`, {
      deliveryStreamName: `${prefixOf(settings)}-${what}-witness`,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: witness,
        roleArn: putting.made.roleArn,
        prefix: `${folder}/${door}/!{timestamp:yyyy/MM/dd/HH}/`,
        errorOutputPrefix: `${folder}/failed/${door}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/`,
        bufferingHints: { intervalInSeconds: BUFFER_SECONDS, sizeInMBs: 64 },
        compressionFormat: 'GZIP',
        // A log group hands on parcels; what lies in the bucket are the lines alone.
        processingConfiguration: {
          enabled: true,
          processors: [
            {
              type: 'Decompression',
              parameters: [{ parameterName: 'CompressionFormat', parameterValue: 'GZIP' }],
            },
            {
              type: 'CloudWatchLogProcessing',
              parameters: [{ parameterName: 'DataMessageExtraction', parameterValue: 'true' }],
            },
          ],
        },
      },
    });
    stream.node.addDependency(putting.policy);
    const filter = new CfnSubscriptionFilter(scope, `${what}-witness-filter`, {
      logGroupName: nameOf(log),
      filterPattern: '',
      destinationArn: stream.attrArn,
      roleArn: taking.made.roleArn,
    });
    filter.node.addDependency(taking.policy);
  }
}

function nameOf(log: LogGroup): string {
  const made = log.node.defaultChild;
  if (!(made instanceof CfnLogGroup) || made.logGroupName === undefined) {
    throw new Error('A log that is carried has a name of its own.');
  }
  return made.logGroupName;
}
