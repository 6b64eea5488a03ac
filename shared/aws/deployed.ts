import { DynamoDBClient, GetResourcePolicyCommand } from '@aws-sdk/client-dynamodb';
import { GetKeyPolicyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import type { ReadDeployed } from '../deployed/record-deployed.ts';
import { codeHashOf } from './code-hash.ts';

/** Of a deployment: its functions, and the keys, buckets and tables whose policies guard the log, by names of our own. */
export type Parts = {
  functions: Readonly<Record<string, string>>;
  keys: Readonly<Record<string, string>>;
  buckets: Readonly<Record<string, string>>;
  tables: Readonly<Record<string, string>>;
};

/** Asked at once, so that nobody is throttled. */
const AT_ONCE = 8;

/** Reads what AWS itself says: the hash of each function's code, and each policy as it stands. */
export async function readDeployed(parts: Parts): ReturnType<ReadDeployed> {
  const [kms, s3, dynamodb] = [new KMSClient({}), new S3Client({}), new DynamoDBClient({})];
  const questions: { name: string; ask: () => Promise<string | undefined> }[] = [
    ...asked('code', parts.functions, codeHashOf),
    ...asked(
      'policy key',
      parts.keys,
      async (KeyId) => (await kms.send(new GetKeyPolicyCommand({ KeyId }))).Policy,
    ),
    ...asked(
      'policy bucket',
      parts.buckets,
      async (Bucket) => (await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy,
    ),
    ...asked(
      'policy table',
      parts.tables,
      async (ResourceArn) => (await dynamodb.send(new GetResourcePolicyCommand({ ResourceArn }))).Policy,
    ),
  ];
  const read: { name: string; text: string }[] = [];
  for (let place = 0; place < questions.length; place += AT_ONCE) {
    const some = questions.slice(place, place + AT_ONCE);
    read.push(
      ...(await Promise.all(
        some.map(async ({ name, ask }) => {
          const text = await ask();
          if (text === undefined) throw new Error('Something of what is deployed was not told.');
          return { name, text };
        }),
      )),
    );
  }
  return read;
}

const asked = (
  kind: string,
  named: Readonly<Record<string, string>>,
  ask: (resource: string) => Promise<string | undefined>,
) => Object.entries(named).map(([name, resource]) => ({ name: `${kind} ${name}`, ask: () => ask(resource) }));
