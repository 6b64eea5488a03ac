/** One secondary index. Every index has a partition and a sort attribute of its own, both strings. */
export interface IndexShape {
  name: string;
  partition: string;
  sort: string;
  projection: 'all' | 'keysOnly';
}

/** What a table is, apart from where it stands: read by CDK and by the local store alike. */
export interface TableShape {
  key: { partition: 'pk'; sort: 'sk' };
  indexes: readonly IndexShape[];
  /** The attribute with the second (since 1970) after which DynamoDB may remove the item. */
  ttl?: 'ttl';
  stream: false | 'newAndOld';
  pointInTimeRecoveryDays: number;
}

export type TableName = 'records' | 'keys' | 'trail';

function index(number: number, projection: IndexShape['projection']): IndexShape {
  return { name: `gsi${number}`, partition: `g${number}pk`, sort: `g${number}sk`, projection };
}

/** Three tables, because what is in them lives three different lives. */
export const TABLES: Record<TableName, TableShape> = {
  /** Everything the register holds. The indexes are overloaded: what a key means depends on the entity. */
  records: {
    key: { partition: 'pk', sort: 'sk' },
    indexes: [index(1, 'all'), index(2, 'all'), index(3, 'all'), index(4, 'all')],
    ttl: 'ttl',
    stream: 'newAndOld',
    pointInTimeRecoveryDays: 35,
  },
  /**
   * The wrapped data keys. A short recovery window and no copy anywhere else (no stream, no index): a key
   * destroyed here is gone in a week, and everything sealed under it with it, in every backup.
   */
  keys: {
    key: { partition: 'pk', sort: 'sk' },
    indexes: [],
    stream: false,
    pointInTimeRecoveryDays: 7,
  },
  /**
   * The access log. gsi1 is by worker and month, gsi2 by minute in 16 shards. No index by controller, day or
   * status: an index short of capacity would stop the log writes, and without a log line no data is given.
   * The stream carries both images so that an overwritten line is seen with what it was.
   */
  trail: {
    key: { partition: 'pk', sort: 'sk' },
    indexes: [index(1, 'keysOnly'), index(2, 'keysOnly')],
    ttl: 'ttl',
    stream: 'newAndOld',
    pointInTimeRecoveryDays: 35,
  },
};

export const TABLE_NAMES = ['records', 'keys', 'trail'] as const satisfies readonly TableName[];

/** The physical names of one deployment's tables: `sointu-records`, `sointu-keys`, `sointu-trail`. */
export function tableNames(prefix: string): Record<TableName, string> {
  return { records: `${prefix}-records`, keys: `${prefix}-keys`, trail: `${prefix}-trail` };
}
