import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealingStores } from '../../../shared/aws/sealing-stores.ts';
import { kmsSigningKey } from '../../../shared/aws/signing-key.ts';
import { bytesOfKey } from '../../../shared/tlog/note.ts';

const s3 = mockClient(S3Client);
const kms = mockClient(KMSClient);
beforeEach(() => {
  s3.reset();
  kms.reset();
});

const { archive, fresh, rows } = sealingStores({
  archive: 'the-archive',
  fresh: 'the-fresh',
  rows: 'the-rows',
});
const refused = (name: string): Error => Object.assign(new Error('no'), { name });

describe('the archive of the sealed log in S3', () => {
  test('an object is put where nothing stands, or not at all', async () => {
    s3.on(PutObjectCommand).resolvesOnce({}).rejectsOnce(refused('PreconditionFailed'));
    expect(await archive.putIfAbsent('log/A/tile/0/000', Buffer.from('one'))).toBe(true);
    expect(await archive.putIfAbsent('log/A/tile/0/000', Buffer.from('two'))).toBe(false);
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'the-archive',
      Key: 'log/A/tile/0/000',
      IfNoneMatch: '*',
    });
  });

  test('any other refusal is a fault: nothing is taken for sealed that is not', async () => {
    s3.on(PutObjectCommand).rejects(refused('AccessDenied'));
    await expect(archive.putIfAbsent('log/A/x', Buffer.from('one'))).rejects.toThrow('no');
    s3.on(GetObjectCommand).rejects(refused('AccessDenied'));
    await expect(archive.get('log/A/x')).rejects.toThrow('no');
  });

  test('what stands is read whole, and what does not is nothing', async () => {
    const stands = { Body: { transformToByteArray: async () => Buffer.from('hello') } };
    s3.on(GetObjectCommand).callsFake(async ({ Key }) => {
      if (Key === 'log/A/x') return stands;
      throw new NoSuchKey({ message: 'none', $metadata: {} });
    });
    expect((await archive.get('log/A/x'))?.toString()).toBe('hello');
    expect(await archive.get('log/A/y')).toBeUndefined();
  });

  test('a page of names says where the next begins', async () => {
    s3.on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [{ Key: 'intake/A/1.json' }, { Key: 'intake/A/2.json' }], IsTruncated: true })
      .resolvesOnce({ Contents: [{ Key: 'intake/A/3.json' }], IsTruncated: false });
    expect(await archive.list('intake/A/')).toEqual({
      names: ['intake/A/1.json', 'intake/A/2.json'],
      after: 'intake/A/2.json',
    });
    expect(await archive.list('intake/A/', 'intake/A/2.json')).toEqual({ names: ['intake/A/3.json'] });
    expect(s3.commandCalls(ListObjectsV2Command)[1]?.args[0].input.StartAfter).toBe('intake/A/2.json');
  });

  test('what is overtaken is replaced and removed in its own bucket', async () => {
    s3.on(PutObjectCommand).resolves({}).on(DeleteObjectCommand).resolves({});
    await fresh.put('log/A/checkpoint', Buffer.from('one'));
    await fresh.remove('log/A/pending/x');
    const put = s3.commandCalls(PutObjectCommand)[0]?.args[0].input;
    expect(put).toMatchObject({ Bucket: 'the-fresh', Key: 'log/A/checkpoint' });
    expect(put).not.toHaveProperty('IfNoneMatch');
    expect(s3.commandCalls(DeleteObjectCommand)[0]?.args[0].input.Bucket).toBe('the-fresh');
    await rows.put('rows/controller=A/day=2026-05-04/000000000000.json.gz', Buffer.from('one'));
    expect(s3.commandCalls(PutObjectCommand)[1]?.args[0].input.Bucket).toBe('the-rows');
  });
});

describe('the signing key in KMS', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');

  test('signs the text itself with plain Ed25519, and tells its public key once', async () => {
    kms.on(SignCommand).callsFake(({ Message, MessageType, SigningAlgorithm, KeyId }) => {
      expect({ MessageType, SigningAlgorithm, KeyId }).toEqual({
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
        KeyId: 'alias/a-signing',
      });
      return { Signature: sign(null, Message, privateKey) };
    });
    kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ type: 'spki', format: 'der' }) });
    const key = kmsSigningKey('alias/a-signing');
    expect(verify(null, Buffer.from('text\n'), publicKey, await key.sign('text\n'))).toBe(true);
    expect(await key.publicKey()).toEqual(bytesOfKey(publicKey));
    await key.publicKey();
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
  });

  test('asks again for a public key that it did not get', async () => {
    kms
      .on(GetPublicKeyCommand)
      .rejectsOnce(refused('ThrottlingException'))
      .resolves({ PublicKey: publicKey.export({ type: 'spki', format: 'der' }) });
    const key = kmsSigningKey('alias/a-signing');
    await expect(key.publicKey()).rejects.toThrow('no');
    expect(await key.publicKey()).toEqual(bytesOfKey(publicKey));
  });
});
