import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { aliasOf, arn, auditAccountOf, bucketArn, bucketNames, prefixOf, tableArn } from './deployment.ts';

type Selector = CfnTrail.AdvancedEventSelectorProperty;

const selector = (
  name: string,
  fields: Record<string, Partial<Record<'equalTo' | 'startsWith', string[]>>>,
): Selector => ({
  name,
  fieldSelectors: Object.entries(fields).map(([field, operators]) => ({ field, ...operators })),
});

/**
 * Security decision 22 a: every use of a key, and every change of the deployment. Nothing is left out: the
 * uses of keys are many, and a trail is often told to skip them, but they are what the application can't hide.
 */
const MANAGEMENT = selector('Every change and every use of a key', {
  eventCategory: { equalTo: ['Management'] },
});

/** All that could change or take away a line, refused attempts too. Lines are put by other calls. */
const CHANGES_OF_LINES = [
  'DeleteItem',
  'UpdateItem',
  'BatchWriteItem',
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
];

const onTable = (table: string) => ({
  eventCategory: { equalTo: ['Data'] },
  'resources.type': { equalTo: ['AWS::DynamoDB::Table'] },
  'resources.ARN': { equalTo: [table] },
});

const archiveEvents = (settings: DeploymentSettings): Selector =>
  selector('The archive of the log', {
    eventCategory: { equalTo: ['Data'] },
    'resources.type': { equalTo: ['AWS::S3::Object'] },
    'resources.ARN': {
      startsWith: [bucketNames(settings).archive, bucketNames(settings).rows].map(
        (name) => `${bucketArn(name)}/`,
      ),
    },
  });

/** Security decision 31: data events only where they tell of the keys, of the trail's changes and of the archive. */
export const mainSelectors = (settings: DeploymentSettings): Selector[] => [
  MANAGEMENT,
  selector('The keys of clients', onTable(tableArn(settings, 'keys'))),
  selector('Changes of lines', {
    ...onTable(tableArn(settings, 'trail')),
    eventName: { equalTo: CHANGES_OF_LINES },
  }),
  archiveEvents(settings),
];

/** What happens to the evidence in an account of its own, where the main account's trail sees nothing. */
export const auditSelectors = (settings: DeploymentSettings): Selector[] => [
  MANAGEMENT,
  archiveEvents(settings),
];

const trailNameOf = (settings: DeploymentSettings): string => `${prefixOf(settings)}-witness`;

export const trailArn = (settings: DeploymentSettings, account: string): string =>
  arn({ account, region: settings.region }, 'cloudtrail', `trail/${trailNameOf(settings)}`);

/** The record of AWS itself, in every region, kept where those who run the system can't change it. */
export function cloudTrail(scope: Construct, settings: DeploymentSettings, selectors: Selector[]): CfnTrail {
  const owner = { account: auditAccountOf(settings), region: settings.region };
  return new CfnTrail(scope, 'cloud-trail', {
    trailName: trailNameOf(settings),
    isLogging: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    s3BucketName: bucketNames(settings).witness,
    kmsKeyId: arn(owner, 'kms', aliasOf(settings, 'archive')),
    advancedEventSelectors: selectors,
  });
}
