import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { COLUMNS } from '../../shared/statistics-columns.ts';
import { savedQueries } from '../audit/saved-queries.ts';
import type { DeploymentSettings } from '../settings.ts';
import { FIGURES } from '../statistics/figures-table.ts';
import { GLUE_TYPES, type SqlDoor, sqlDoor } from './sql-door.ts';

/** A year of editions is some megabytes. */
const MOST_BYTES = 1024 ** 3;

/** Editions of statistics for questions in SQL: a table over their Parquet, by controller. */
export function figuresInSql(
  scope: Construct,
  settings: DeploymentSettings,
  editions: Bucket,
  key: IKey,
): void {
  sqlDoor(new Construct(scope, 'figures'), settings, {
    name: 'statistics',
    account: settings.account,
    description: 'Editions of the statistics of Sointu for questions in SQL',
    table: tableInput(settings, editions),
    queries: savedQueries(FIGURES),
    bucket: editions,
    key,
    rowsOf: (controller) => `${controller}/rows`,
    mostBytes: MOST_BYTES,
    asker: {
      id: 'statistician',
      describe: (controller) =>
        `Asks the editions of statistics of ${controller} by Athena, and reads nothing else`,
    },
    reason:
      'Rows are named by definition and period, answers by question; the controller stands before them.',
  });
}

function tableInput(settings: DeploymentSettings, editions: Bucket): SqlDoor['table'] {
  return {
    name: FIGURES.table,
    description: 'One row for each number of an edition',
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: [{ name: 'controller', type: 'string', comment: 'whose it is' }],
    parameters: {
      EXTERNAL: 'TRUE',
      classification: 'parquet',
      'projection.enabled': 'true',
      'projection.controller.type': 'enum',
      'projection.controller.values': settings.controllers.map(({ id }) => id).join(','),
      'storage.location.template': `s3://${editions.bucketName}/\${controller}/rows/`,
    },
    storageDescriptor: {
      location: `s3://${editions.bucketName}/`,
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      columns: Object.entries(COLUMNS).map(([name, { type, tells }]) => ({
        name,
        type: GLUE_TYPES[type],
        comment: tells,
      })),
    },
  };
}
