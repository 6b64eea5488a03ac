import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { CfnSubscriptionFilter, type LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { arn, auditAccountOf, bucketArn, bucketNames, prefixOf, roleNameOf } from './deployment.ts';
import { inlinePolicy, WideStatement } from './inline-policy.ts';
import { boundaryOf } from './region-boundary.ts';

type DoorName = 'staff' | 'citizens';

/** The role under which the logs of the doors are put into the locked bucket. */
export const DOOR_WITNESS = 'door-witness';
const folderOf = (door: DoorName): string => `gateway/${door}`;
export const DOOR_FOLDERS = [folderOf('staff'), folderOf('citizens')];

/** Minutes that a record of a door waits at most for others. */
const BUFFER_SECONDS = 300;

/** Carries the access log of a door into the bucket of witnesses, where nobody can change it. */
export type DoorWitness = (door: DoorName, log: LogGroup) => void;

/** Security decision 22 b. One role puts for both doors, another takes their logs up. */
export function doorWitness(scope: Construct, settings: DeploymentSettings): DoorWitness {
  const witness = bucketArn(bucketNames(settings).witness);
  const ofStream = (door: string): string =>
    arn(settings, 'firehose', `deliverystream/${prefixOf(settings)}-${door}-witness`);
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
      resources: [`${witness}/gateway/*`],
    }),
    new PolicyStatement({
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [witness],
    }),
    new WideStatement(
      'The archive’s key is another account’s, without a name here: bound to the folder instead.',
      {
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [arn({ ...settings, account: auditAccountOf(settings) }, 'kms', 'key/*')],
        conditions: {
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': `${witness}/gateway/*` },
          StringEquals: { 'kms:ViaService': `s3.${settings.region}.${Aws.URL_SUFFIX}` },
        },
      },
    ),
  ]);
  const taking = role('door-logs', 'logs.amazonaws.com', [
    new PolicyStatement({
      actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      resources: ['staff', 'citizens'].map(ofStream),
    }),
  ]);
  return (door, log) => {
    const stream = new CfnDeliveryStream(scope, `${door}-witness`, {
      deliveryStreamName: `${prefixOf(settings)}-${door}-witness`,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: witness,
        roleArn: putting.made.roleArn,
        prefix: `${folderOf(door)}/!{timestamp:yyyy/MM/dd/HH}/`,
        errorOutputPrefix: `gateway/failed/${door}/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd/HH}/`,
        bufferingHints: { intervalInSeconds: BUFFER_SECONDS, sizeInMBs: 64 },
        compressionFormat: 'GZIP',
        // A log group hands on parcels; what lies in the bucket are the lines of the door alone.
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
    const filter = new CfnSubscriptionFilter(scope, `${door}-witness-filter`, {
      logGroupName: log.logGroupName,
      filterPattern: '',
      destinationArn: stream.attrArn,
      roleArn: taking.made.roleArn,
    });
    filter.node.addDependency(taking.policy);
  };
}
