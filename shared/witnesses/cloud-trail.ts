import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { type Instant, instantOf } from '../kernel/instant.ts';

/**
 * What CloudTrail keeps of a call to KMS, in its own words: only what is asked of it. The rest of a record is left
 * alone, so that a newer form of it reads as well.
 */
const KmsRecord = z.looseObject({
  eventSource: z.literal('kms.amazonaws.com'),
  eventName: z.string(),
  /** To the second. */
  eventTime: z.string(),
  eventID: z.string(),
  requestID: z.string().optional(),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  userIdentity: z.looseObject({ arn: z.string().optional() }),
  requestParameters: z
    .looseObject({ encryptionContext: z.record(z.string(), z.string()).optional() })
    .nullish(),
  resources: z.array(z.looseObject({ ARN: z.string().optional() })).nullish(),
});
type KmsRecord = z.infer<typeof KmsRecord>;

const File = z.looseObject({ Records: z.array(z.looseObject({ eventSource: z.string() })) });

/** A use of a key, or one that was tried. */
export type KeyUse = {
  /** CloudTrail's own id of the record. */
  recordId: string;
  at: Instant;
  /** The key of KMS; undefined where the record names none, as some refusals do. */
  keyArn: string | undefined;
  /** The random id of the data key that was opened or made. */
  key: string | undefined;
  /** Who called, as AWS names the session. */
  by: string;
  /** Why KMS refused. */
  error: string | undefined;
};

/** What gives a data key in plain. The others wrap, describe or manage. */
const GIVES_PLAIN = new Set(['Decrypt', 'GenerateDataKey', 'GenerateDataKeyPair', 'ReEncrypt']);
const KEY_ARN = /arn:[\w-]+:kms:[\w-]*:\d*:key\/[\w-]+/;

const GZIP = 0x1f;

/** Objects of CloudTrail and of the delivery stream are compressed; a laptop's file that still grows is not. */
export const textOf = (bytes: Buffer): string =>
  (bytes[0] === GZIP ? gunzipSync(bytes) : bytes).toString('utf8');

/**
 * The uses of keys that one object of CloudTrail tells of.
 * @throws on what is no such object.
 */
export function keyUsesIn(bytes: Buffer): KeyUse[] {
  return File.parse(JSON.parse(textOf(bytes))).Records.flatMap((record) => {
    if (record.eventSource !== 'kms.amazonaws.com') return [];
    const parsed = KmsRecord.parse(record);
    return GIVES_PLAIN.has(parsed.eventName) ? [useOf(parsed)] : [];
  });
}

function useOf(record: KmsRecord): KeyUse {
  const { eventID, eventTime, errorCode, errorMessage, userIdentity, requestParameters } = record;
  return {
    recordId: eventID,
    at: instantOf(Date.parse(eventTime)),
    keyArn:
      record.resources?.find(({ ARN }) => ARN !== undefined)?.ARN ?? KEY_ARN.exec(errorMessage ?? '')?.[0],
    key: requestParameters?.encryptionContext?.['key'],
    by: userIdentity.arn ?? '',
    error: errorCode,
  };
}
