import { describe, expect, test } from 'vitest';
import { cosignerKey } from '../../shared/tlog/cosignature.ts';
import { ofType, resourcesOf, type Statement, statementsOf } from '../support/templates.ts';

/** Cosigning by other authorities, where the settings name any: one function gets out, and it has nothing to tell. */

const key = cosignerKey('witness.example/w1', Buffer.alloc(32, 7));
const told = `${key.name}+${key.id.toString('hex')}+${Buffer.concat([Buffer.of(4), key.publicKey]).toString('base64')}`;
const resources = resourcesOf({
  production: true,
  auditAccount: '222222222222',
  cosigners: [{ url: 'https://witness.example', key: told }],
});
const COSIGNER = 'arn:aws:iam::111111111111:role/sointu-test-eu-north-1-cosigner';
const rights: Statement[] = ofType(resources, 'AWS::IAM::Policy')
  .filter(({ id }) => id.startsWith('cosignerpolicy'))
  .flatMap(statementsOf);

describe('the function that asks other authorities to cosign', () => {
  test('is the only one outside the network without a way out', () => {
    const outside = ofType(resources, 'AWS::Lambda::Function').filter(
      ({ properties }) => properties['VpcConfig'] === undefined,
    );
    expect(outside.map(({ properties }) => properties['FunctionName'])).toEqual(['sointu-test-cosigner']);
  });

  test('reaches no table and no key of clients; of the log it reads hashes, and neither entries nor lines', () => {
    expect(rights.flatMap(({ Action }) => Action).filter((name) => name.startsWith('dynamodb:'))).toEqual([]);
    const reads = rights.filter(({ Action }) => Action.includes('s3:GetObject'));
    const names = reads.flatMap(({ Resource }) => Resource.map((name) => name.replace(/^.*?\/log\//, '')));
    expect(new Set(names)).toEqual(
      new Set(['*/checkpoint', '*/checkpoints/*', '*/cosigned/*', '*/tile/?/*']),
    );
    const roles = ofType(resources, 'AWS::IAM::Role').map(({ id }) => id);
    expect(roles.filter((id) => id.startsWith('cosignerdata'))).toEqual([]);
  });

  test('puts into the archive what was cosigned, and nothing else, whatever its own policy may say', () => {
    const policy = ofType(resources, 'AWS::S3::BucketPolicy')
      .filter(({ id, stack }) => stack === 'audit' && id.startsWith('archive'))
      .flatMap(statementsOf);
    expect(policy.find(({ Sid }) => Sid === 'TheCosignerOnlyCosigns')).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:PutObject'],
      NotResource: expect.stringMatching(/\/log\/\*\/cosigned\/\*$/),
      Condition: { ArnEquals: { 'aws:PrincipalArn': COSIGNER } },
    });
  });
});

test('without another authority in the settings there is no such function', () => {
  const names = ofType(resourcesOf(), 'AWS::Lambda::Function').map(
    ({ properties }) => properties['FunctionName'],
  );
  expect(names).not.toContain('sointu-test-cosigner');
});
