import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { alarmAccounts } from '../constructs/alarm-topic.ts';
import { buckets } from '../constructs/buckets.ts';
import { customerKey, forService, guardDataKey, signingKey } from '../constructs/customer-key.ts';
import { type Deployment, mainEnv, prefixOf, roleArn } from '../constructs/deployment.ts';
import { exportsBucket } from '../constructs/exports-bucket.ts';
import { figuresInSql } from '../constructs/figures-in-sql.ts';
import { malwareScan } from '../constructs/malware-scan.ts';
import { type PrivateNetwork, privateNetwork } from '../constructs/private-network.ts';
import { regionBoundary } from '../constructs/region-boundary.ts';
import { tables } from '../constructs/tables.ts';
import { transfersBucket } from '../constructs/transfers-bucket.ts';
import { type DeploymentSettings, inPrivateNetwork } from '../settings.ts';
import type { TableName } from '../table.ts';

/** What lives longest: tables, keys, buckets, and the network from which they are reached. */
export type Records = {
  stack: Stack;
  tables: Record<TableName, TableV2>;
  /** `client` by controller; the others one for each deployment. */
  keys: Record<'data' | 'logs' | 'list' | 'lookup' | 'controller' | 'signing', Key> & {
    client: ReadonlyMap<string, Key>;
  };
  network: PrivateNetwork | undefined;
};

const DESCRIPTION = 'Sointu: tables, keys and buckets. Outlives every other stack.';

export function recordsStack(app: App, { settings }: Deployment): Records {
  const stack = new Stack(app, `${prefixOf(settings)}-records`, {
    ...mainEnv(settings),
    description: DESCRIPTION,
    terminationProtection: settings.production,
  });
  const logs = logKey(stack, settings);
  const network = inPrivateNetwork(settings) ? privateNetwork(stack, settings, logs) : undefined;
  const data = dataKey(stack, settings);
  const keyFor = (purpose: string, description: string): Key => {
    const key = customerKey(stack, settings, purpose, description);
    guardDataKey(key, settings, network?.vpc.vpcId);
    return key;
  };
  const keys = {
    data,
    logs,
    list: keyFor('list', 'Wraps the keys under which clients are named in lists'),
    lookup: keyFor('lookup', 'Wraps the keys of the blind look-ups'),
    controller: keyFor('controller', 'Wraps the keys of what a controller keeps about no client'),
    signing: signingKey(stack, settings, roleArn(settings, 'sealer')),
    client: new Map(
      settings.controllers.map(({ id }) => [
        id,
        keyFor(`client-${id}`, `Wraps the data keys of clients of ${id}`),
      ]),
    ),
  };
  regionBoundary(stack, settings);
  buckets(stack, settings, data);
  figuresInSql(stack, settings, exportsBucket(stack, settings, data), data);
  transfersBucket(stack, settings, data);
  if (settings.malwareScan === 'guardDuty') malwareScan(stack, settings, data);
  new CfnOutput(stack, 'Stage', { value: settings.stage });
  return { stack, tables: tables(stack, settings, { key: data, vpcId: network?.vpc.vpcId }), keys, network };
}

/** Encrypts tables, buckets, queues and the bus at rest. What is secret in them is sealed besides. */
function dataKey(stack: Stack, settings: DeploymentSettings): Key {
  const key = customerKey(stack, settings, 'data', 'Tables, buckets, queues and the bus at rest');
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TablesOfThisAccount',
      principals: [new AnyPrincipal()],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey', 'kms:CreateGrant'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'kms:CallerAccount': settings.account,
          'kms:ViaService': `dynamodb.${settings.region}.${stack.urlSuffix}`,
        },
      },
    }),
  );
  key.addToResourcePolicy(forService(settings, 'events.amazonaws.com'));
  key.addToResourcePolicy(forService(settings, 'scheduler.amazonaws.com'));
  return key;
}

function logKey(stack: Stack, settings: DeploymentSettings): Key {
  const key = customerKey(stack, settings, 'logs', 'Application logs and alarms at rest');
  const { region, account } = settings;
  const service = forService(settings, `logs.${region}.amazonaws.com`);
  service.addActions('kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo');
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: service.principals,
      actions: service.actions,
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${stack.partition}:logs:${region}:${account}:*`,
        },
      },
    }),
  );
  for (const source of alarmAccounts(settings)) {
    key.addToResourcePolicy(forService({ ...settings, account: source }, 'cloudwatch.amazonaws.com'));
  }
  key.addToResourcePolicy(forService(settings, 'events.amazonaws.com'));
  return key;
}
