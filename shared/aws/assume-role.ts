import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { ControllerId } from '../kernel/id.ts';

export type SessionCredentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
};

/** Credentials reached through another role live an hour at most. */
const SECONDS = 3600;

let client: STSClient | undefined;

/** Credentials of the data role that carry the controller as a session tag, which its policies compare with. */
export async function assumeFor(roleArn: string, controller: ControllerId): Promise<SessionCredentials> {
  client ??= new STSClient({});
  const { Credentials } = await client.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: controller,
      DurationSeconds: SECONDS,
      Tags: [{ Key: 'controller', Value: controller }],
    }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new Error('No credentials were given for the controller.');
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}
