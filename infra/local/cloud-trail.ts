import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Clock } from '../../shared/kernel/clock.ts';
import { epochMsOf, type Instant, plusMilliseconds } from '../../shared/kernel/instant.ts';
import type { KeyContext, KeyPurpose, KeyVault } from '../../shared/services.ts';
import { createFile } from './durable-file.ts';

const ACCOUNT = '000000000000';
const REGION = 'local';
/** Where CloudTrail of a laptop writes, as it does in its bucket. */
export const CLOUD_TRAIL_PLACE = `AWSLogs/${ACCOUNT}/CloudTrail/${REGION}`;

const LATEST_MS = 15 * 60_000;

/** The name of a master key, as KMS names its own. */
export const localKeyArn = (purpose: KeyPurpose, controller: string): string =>
  `arn:aws:kms:${REGION}:${ACCOUNT}:key/${purpose === 'client' ? `client-${controller}` : purpose}`;

export type LocalCloudTrail = {
  /** A call to the key service, as the service saw it. */
  record(call: {
    name: 'Decrypt' | 'GenerateDataKey';
    purpose: KeyPurpose;
    context: KeyContext;
    error?: string;
  }): void;
  /** Writes what has become due. @param all also what has not: before the process ends. */
  deliver(all?: boolean): void;
};

/** Where delivered objects go: a folder, or a test's memory. */
export type Deliver = (name: string, bytes: Buffer) => void;

export const intoFolder =
  (folder: string): Deliver =>
  (name, bytes) =>
    createFile(join(folder, name), bytes);

/**
 * CloudTrail of a laptop: what the key service was asked, in CloudTrail's own words. It knows nothing of clients, lines
 * or requests. Records are delivered up to 15 minutes late, each by its own lateness and so out of order.
 */
export function localCloudTrail(
  clock: Clock,
  random: (length: number) => Uint8Array,
  deliverTo: Deliver | undefined,
): LocalCloudTrail {
  let waiting: { due: Instant; record: object }[] = [];
  const lateness = (): number => (Buffer.from(random(4)).readUInt32BE() / 2 ** 32) * LATEST_MS;
  return {
    record(call) {
      if (deliverTo === undefined) return;
      const now = clock.now();
      waiting.push({ due: plusMilliseconds(now, Math.floor(lateness())), record: recordOf(now, call) });
    },
    deliver(all = false) {
      const now = clock.now();
      const due = waiting.filter((one) => all || one.due <= now).toSorted((a, b) => (a.due < b.due ? -1 : 1));
      if (due.length === 0) return;
      waiting = waiting.filter((one) => !due.includes(one));
      const [day, minute] = [now.slice(0, 10).replaceAll('-', '/'), now.slice(0, 16).replaceAll(/[-:]/g, '')];
      const name = `${ACCOUNT}_CloudTrail_${REGION}_${minute}Z_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
      const text = JSON.stringify({ Records: due.map(({ record }) => record) });
      deliverTo?.(`${CLOUD_TRAIL_PLACE}/${day}/${name}.json.gz`, gzipSync(text));
    },
  };
}

function recordOf(now: Instant, call: Parameters<LocalCloudTrail['record']>[0]): object {
  const { name, purpose, context, error } = call;
  const arn = localKeyArn(purpose, context.controller);
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROALOCALLAPTOP00000:sointu',
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/sointu-local-data/${context.controller}`,
      accountId: ACCOUNT,
      accessKeyId: 'ASIALOCALLAPTOP00000',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROALOCALLAPTOP00000',
          arn: `arn:aws:iam::${ACCOUNT}:role/sointu-local-data`,
          accountId: ACCOUNT,
          userName: 'sointu-local-data',
        },
        attributes: { creationDate: secondOf(now), mfaAuthenticated: 'false' },
      },
    },
    eventTime: secondOf(now),
    eventSource: 'kms.amazonaws.com',
    eventName: name,
    awsRegion: REGION,
    sourceIPAddress: '127.0.0.1',
    userAgent: 'sointu-local',
    ...(error === undefined ? {} : { errorCode: error }),
    requestParameters: {
      keyId: arn,
      encryptionContext: { controller: context.controller, key: context.key },
      ...(name === 'Decrypt' ? { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' } : { keySpec: 'AES_256' }),
    },
    responseElements: null,
    requestID: randomUUID(),
    eventID: randomUUID(),
    readOnly: true,
    resources: [{ accountId: ACCOUNT, type: 'AWS::KMS::Key', ARN: arn }],
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  };
}

const secondOf = (instant: Instant): string =>
  `${plusMilliseconds(instant, -(epochMsOf(instant) % 1000)).slice(0, 19)}Z`;

/** A key service whose every call is recorded, whoever calls it and however it ends. */
export function recordedVault(vault: KeyVault, trail: LocalCloudTrail): KeyVault {
  return {
    async generate(purpose, context) {
      trail.record({ name: 'GenerateDataKey', purpose, context });
      return vault.generate(purpose, context);
    },
    async unwrap(purpose, wrapped, context) {
      try {
        const plain = await vault.unwrap(purpose, wrapped, context);
        trail.record({ name: 'Decrypt', purpose, context });
        return plain;
      } catch (thrown) {
        trail.record({ name: 'Decrypt', purpose, context, error: 'InvalidCiphertextException' });
        throw thrown;
      }
    },
  };
}
