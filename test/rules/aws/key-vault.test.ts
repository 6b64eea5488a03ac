import {
  DecryptCommand,
  GenerateDataKeyCommand,
  InvalidCiphertextException,
  KMSClient,
  KMSInternalException,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { awsKeyVault } from '../../../shared/aws/key-vault.ts';
import { keyCache } from '../../../shared/crypto/key-cache.ts';
import { isBusy } from '../../../shared/http/busy.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { movableClock } from '../../support/services.ts';

const LOIMAA = ControllerId.parse('LOIMAA');
const KEUSOTE = ControllerId.parse('KEUSOTE');
const PLAIN = new Uint8Array(32).fill(1);
const WRAPPED = new Uint8Array(184).fill(2);
const context = { controller: LOIMAA, key: '01KBN4PZ00000000000000000K' };

const kms = mockClient(KMSClient);
beforeEach(() => {
  kms.reset();
  kms.on(GenerateDataKeyCommand).resolves({ Plaintext: PLAIN, CiphertextBlob: WRAPPED });
  kms.on(DecryptCommand).resolves({ Plaintext: PLAIN });
});
afterAll(() => kms.restore());

const vault = awsKeyVault((purpose, controller) => `alias/sointu-${purpose}-${controller}`, undefined);

describe('a data key of KMS', () => {
  test('is bound to its controller and to a random id, and to no person', async () => {
    expect(await vault.generate('client', context)).toEqual({ plain: PLAIN, wrapped: WRAPPED });
    expect(kms.commandCalls(GenerateDataKeyCommand)[0]?.args[0].input).toEqual({
      KeyId: 'alias/sointu-client-LOIMAA',
      KeySpec: 'AES_256',
      EncryptionContext: { controller: 'LOIMAA', key: context.key },
    });
  });

  test('is opened only under the key it was wrapped under', async () => {
    await vault.unwrap('client', WRAPPED, context);
    expect(kms.commandCalls(DecryptCommand)[0]?.args[0].input).toEqual({
      KeyId: 'alias/sointu-client-LOIMAA',
      CiphertextBlob: WRAPPED,
      EncryptionContext: { controller: 'LOIMAA', key: context.key },
    });
  });

  test('that KMS answers without is none: nothing is sealed under an empty key', async () => {
    kms.on(GenerateDataKeyCommand).resolves({ CiphertextBlob: WRAPPED });
    kms.on(DecryptCommand).resolves({});
    await expect(vault.generate('client', context)).rejects.toThrow('no data key');
    await expect(vault.unwrap('client', WRAPPED, context)).rejects.toThrow('no plain key');
  });

  test('of another controller is asked for with credentials of that controller', async () => {
    const asked: string[] = [];
    const bound = awsKeyVault(
      () => 'alias/any',
      (controller) => async () => {
        asked.push(controller);
        const expiration = new Date('2100-01-01');
        return { accessKeyId: controller, secretAccessKey: 'none', sessionToken: 'none', expiration };
      },
    );
    await bound.unwrap('client', WRAPPED, context);
    await bound.unwrap('client', WRAPPED, { ...context, controller: KEUSOTE });
    await bound.unwrap('client', WRAPPED, context);
    const clients = kms.commandCalls(DecryptCommand).map(({ thisValue }) => thisValue as KMSClient);
    expect(clients[2]).toBe(clients[0]);
    const ids = await Promise.all(
      clients.map(async ({ config }) => (await config.credentials()).accessKeyId),
    );
    expect(ids).toEqual(['LOIMAA', 'KEUSOTE', 'LOIMAA']);
    expect(new Set(asked)).toEqual(new Set(['LOIMAA', 'KEUSOTE']));
  });
});

describe('when KMS fails', () => {
  test('it is busy for a while, and the failure is not remembered as a key', async () => {
    const failure = new KMSInternalException({ message: 'try again', $metadata: {} });
    kms.on(DecryptCommand).rejectsOnce(failure).resolves({ Plaintext: PLAIN });
    const cache = keyCache(movableClock());
    const open = () => cache.of(context.key, () => vault.unwrap('client', WRAPPED, context));
    const thrown = await open().catch((caught: unknown) => caught);
    expect(isBusy(thrown)).toBe(true);
    expect(await open()).toEqual(PLAIN);
    expect(kms.commandCalls(DecryptCommand)).toHaveLength(2);
  });

  test('for a blob that was altered, the caller is not told to try again', async () => {
    kms.on(DecryptCommand).rejects(new InvalidCiphertextException({ message: 'altered', $metadata: {} }));
    const thrown = await vault.unwrap('client', WRAPPED, context).catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(InvalidCiphertextException);
    expect(isBusy(thrown)).toBe(false);
  });
});
