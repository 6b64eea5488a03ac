import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { ControllerId } from '../kernel/id.ts';
import type { KeyContext, KeyPurpose, KeyVault } from '../services.ts';
import type { CredentialsOf } from './credentials.ts';

/** The KMS key of a purpose: an alias, so that no function needs to know ids. A controller's clients have their own. */
export type KeyNameOf = (purpose: KeyPurpose, controller: ControllerId) => string;

const contextOf = ({ controller, key }: KeyContext): Record<string, string> => ({ controller, key });

/**
 * Data keys of KMS. The key is named in decryption too: a blob wrapped under another key is refused, not
 * opened by whichever key fits.
 */
export function awsKeyVault(keyNameOf: KeyNameOf, credentialsOf: CredentialsOf | undefined): KeyVault {
  const clients = new Map<string, KMSClient>();
  function clientOf(controller: ControllerId): KMSClient {
    const name = credentialsOf === undefined ? '' : controller;
    const client =
      clients.get(name) ??
      new KMSClient({
        maxAttempts: 3,
        requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
        ...(credentialsOf === undefined ? {} : { credentials: credentialsOf(controller) }),
      });
    clients.set(name, client);
    return client;
  }
  return {
    async generate(purpose, context) {
      const { Plaintext, CiphertextBlob } = await clientOf(context.controller).send(
        new GenerateDataKeyCommand({
          KeyId: keyNameOf(purpose, context.controller),
          KeySpec: 'AES_256',
          EncryptionContext: contextOf(context),
        }),
      );
      if (Plaintext === undefined || CiphertextBlob === undefined) throw new Error('KMS gave no data key.');
      return { plain: Plaintext, wrapped: CiphertextBlob };
    },
    async unwrap(purpose, wrapped, context) {
      const { Plaintext } = await clientOf(context.controller).send(
        new DecryptCommand({
          KeyId: keyNameOf(purpose, context.controller),
          CiphertextBlob: wrapped,
          EncryptionContext: contextOf(context),
        }),
      );
      if (Plaintext === undefined) throw new Error('KMS gave no plain key.');
      return Plaintext;
    },
  };
}
