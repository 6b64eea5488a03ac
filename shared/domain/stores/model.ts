import type { RetentionClass } from '../retention/rules.ts';

/**
 * What is a personal-data store: one kind of stored thing that tells of a client. The register of them (`register.ts`)
 * is what the package of the right of inspection, disposal and the proof of disposal go by, so that none of the three
 * can know of a thing that the others forget.
 */

/** The part of a client's data that a thing belongs to: by these a package is arranged. */
export type DataPart =
  | 'baseData'
  | 'network'
  | 'clienthood'
  | 'cases'
  | 'narrative'
  | 'documents'
  | 'attachments'
  | 'papers'
  | 'decisions'
  | 'services'
  | 'plans'
  | 'assessments'
  | 'appointments'
  | 'work'
  | 'intake'
  | 'log';

/**
 * Where the things of a store lie, and by what they are found for a client. `file`: the client's own partition of
 * `records`. `body`: partitions that heads of the file name. `matter`: partitions of intake matters that rows of the
 * file name. `code`: under the keyed hashes of the identity codes in the base data. `token`: under the hashes that the
 * client's `nameTokens` list. `logFile`: what the client asks of the log and of the data held. `checks`: checks of the
 * client's log. `holds`: what holds back disposal of the client.
 * `calendar`: the client's calendar. `keys`: the client's partition of the table of keys. `matterKeys`: those of the
 * matters. `documents`: objects of the bucket, named by heads. `writer`: with the worker who drafts it, and found by no
 * client: its key is the case's or the client's, so that it cannot be read when that is gone. `trail`: with the access
 * log. `passing`: found by no client, and taken away by the table so many days after what it is of.
 */
export type Lies =
  | { in: 'file' | 'body' | 'matter' | 'code' | 'token' | 'logFile' | 'checks' | 'holds' | 'calendar' }
  | { in: 'keys' | 'matterKeys' | 'documents' | 'writer' | 'trail' }
  | { in: 'passing'; days: number };

/**
 * With what a thing is disposed of. `case`: with the case it names, else with the client. `decision`, `attachment`: with
 * the case of the decision or attachment it names. `client`: with the client's own data. `matter`: with the intake
 * matter. `log`: as the access log, and never with a client. `passing`: by itself.
 */
export type GoesWith = 'case' | 'decision' | 'attachment' | 'client' | 'matter' | 'log' | 'passing';

/** Where something sealed stands in an item, and the attribute it was sealed for. `[]`: in each of a list. */
export type SealedPart = {
  path: string;
  attribute: string;
  /** The attribute whose value stands for the sort key, for what is sealed at a place that does not move. */
  at?: string;
};

export type PersonalStore = {
  /** The entity of the item, or the kind of object. */
  kind: string;
  part: DataPart;
  lies: Lies;
  goesWith: GoesWith;
  /** The row of the annex that it is kept by; left out of what only serves to find or open another thing. */
  documentClass?: RetentionClass;
  sealed: readonly SealedPart[];
  /** Whether it is data for a package, or something by which data are found or opened. */
  shows: 'data' | 'nothing';
};
