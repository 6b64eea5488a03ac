import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { LibraryStore } from '../../shared/services.ts';
import { bucketNames } from '../constructs/deployment.ts';
import { folderLibrary } from '../local/library.ts';
import { settingsOf } from '../local/settings.ts';
import { isForAws } from '../operator.ts';
import { type DeploymentSettings, loadSettings } from '../settings.ts';

/** Where an operator loads to. */
export type LibraryTarget = LibraryStore & {
  /** An asset: its name tells its content, so it may stand there already. */
  write(name: string, text: string): Promise<void>;
  /** @throws Error when somebody else has replaced what was read under the name. */
  replace(name: string, text: string, read: string | undefined): Promise<void>;
};

export type OperatorTarget = { library: LibraryTarget; ranBy: string };

/** A laptop's folder, running or not, or with `--aws` the bucket of the deployment that SOINTU_SETTINGS names. */
export const libraryTarget = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<OperatorTarget> =>
  isForAws(args)
    ? bucketTarget(loadSettings())
    : { library: folderTarget(resolve(settingsOf(environment).folder)), ranBy: userInfo().username };

export function folderTarget(folder: string | undefined): LibraryTarget {
  const library = folderLibrary(folder);
  return {
    ...library,
    async replace(name, text, read) {
      if ((await library.read(name)) !== read) throw overtaken();
      await library.write(name, text);
    },
  };
}

const overtaken = (): Error =>
  new Error('Somebody else has loaded meanwhile: nothing was loaded. Run it again.');

async function bucketTarget(settings: DeploymentSettings): Promise<OperatorTarget> {
  const { region } = settings;
  const { Arn: ranBy } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
  if (ranBy === undefined) throw new Error('AWS does not say who you are.');
  return { library: bucketLibrary(new S3Client({ region }), bucketNames(settings).library), ranBy };
}

export function bucketLibrary(s3: S3Client, bucket: string): LibraryTarget {
  /** What S3 called the object when it was read. */
  const tags = new Map<string, string>();
  const put = async (name: string, text: string, only: { IfMatch?: string; IfNoneMatch?: string }) => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: name,
        Body: text,
        ContentType: 'application/json',
        ...only,
      }),
    );
  };
  return {
    async read(name) {
      try {
        const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        if (ETag !== undefined) tags.set(name, ETag);
        return await Body?.transformToString('utf8');
      } catch (thrown) {
        if (isNamed(thrown, 'NoSuchKey')) return undefined;
        throw thrown;
      }
    },
    write: (name, text) => put(name, text, {}),
    async replace(name, text) {
      const tag = tags.get(name);
      try {
        await put(name, text, tag === undefined ? { IfNoneMatch: '*' } : { IfMatch: tag });
      } catch (thrown) {
        if (isNamed(thrown, 'PreconditionFailed') || isNamed(thrown, 'ConditionalRequestConflict')) {
          throw overtaken();
        }
        throw thrown;
      }
    },
  };
}

const isNamed = (thrown: unknown, name: string): boolean => thrown instanceof Error && thrown.name === name;
