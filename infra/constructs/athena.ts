import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { COLUMNS, PARTITIONS } from '../../shared/trail/rows/columns.ts';
import { savedQueries } from '../audit/saved-queries.ts';
import type { DeploymentSettings } from '../settings.ts';
import { auditAccountOf } from './deployment.ts';
import { GLUE_TYPES, type SqlDoor, sqlDoor } from './sql-door.ts';

/** Ten years of a large county are less. */
const MOST_BYTES = 200 * 1024 ** 3;

/** The log for questions in SQL: a table over its rows, by controller and day. */
export function athena(scope: Construct, settings: DeploymentSettings, rows: Bucket, key: IKey): void {
  sqlDoor(scope, settings, {
    name: 'audit',
    account: auditAccountOf(settings),
    description: 'The access log of Sointu for questions in SQL',
    table: tableInput(settings, rows),
    queries: savedQueries(),
    bucket: rows,
    key,
    rowsOf: (controller) => `rows/controller=${controller}`,
    mostBytes: MOST_BYTES,
    asker: {
      id: 'auditor',
      describe: (controller) => `Asks the access log of ${controller} by Athena, and reads nothing else`,
    },
    reason: 'Rows are named by day and index, answers by question; the controller stands before them.',
  });
}

function tableInput(settings: DeploymentSettings, rows: Bucket): SqlDoor['table'] {
  const root = `s3://${rows.bucketName}/rows`;
  return {
    name: 'access_log',
    description: 'One row for each client that a line of the access log names',
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: Object.entries(PARTITIONS).map(([name, comment]) => ({ name, type: 'string', comment })),
    parameters: {
      EXTERNAL: 'TRUE',
      'projection.enabled': 'true',
      'projection.controller.type': 'enum',
      'projection.controller.values': settings.controllers.map(({ id }) => id).join(','),
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      // Days are those of Finland, whose morning comes before that of UTC.
      'projection.day.range': '2026-01-01,NOW+1DAYS',
      'storage.location.template': `${root}/controller=\${controller}/day=\${day}/`,
    },
    storageDescriptor: {
      location: `${root}/`,
      inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
      columns: Object.entries(COLUMNS).map(([name, { type, tells }]) => ({
        name,
        type: GLUE_TYPES[type],
        comment: tells,
      })),
    },
  };
}
