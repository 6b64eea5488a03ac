import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { bytesOfKey } from '../tlog/note.ts';

/** The key that signs checkpoints: it never leaves KMS, and only the sealer's role may use it. */
export function kmsSigningKey(keyId: string): {
  publicKey: () => Promise<Buffer>;
  sign: (text: string) => Promise<Buffer>;
} {
  const client = new KMSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
  });
  let known: Promise<Buffer> | undefined;
  const ask = async (): Promise<Buffer> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    if (PublicKey === undefined) throw new Error('KMS gave no public key.');
    return bytesOfKey(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }));
  };
  return {
    publicKey: () => {
      known ??= ask();
      // One that failed is asked for again.
      known.catch(() => (known = undefined));
      return known;
    },
    async sign(text) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: Buffer.from(text),
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (Signature === undefined) throw new Error('KMS gave no signature.');
      return Buffer.from(Signature);
    },
  };
}
