import {
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, markPassword, replacePassword } from '../../../shared/aws/user-directory.ts';
import { UserId } from '../../../shared/kernel/id.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { named } from '../../support/faults.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
beforeEach(() => cognito.reset());
afterAll(() => cognito.restore());

const POOL = 'eu-north-1_AbCdEf123';
const USER = UserId.parse('01KBN4PZ00000000000000000A');
const stands = (UserStatus: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'EXTERNAL_PROVIDER', more = {}) =>
  cognito.on(AdminGetUserCommand).resolves({
    Username: USER,
    UserStatus,
    UserAttributes: Object.entries(more).map(([Name, Value]) => ({ Name, Value: String(Value) })),
  });

describe('the user pool of officials', () => {
  test('tells whose password is its owner’s own, since when, and to which day', async () => {
    stands('CONFIRMED', { 'custom:password_set': '2026-09-01', 'custom:password_until': '2026-11-30' });
    expect(await accountOf(POOL, USER)).toEqual({
      password: 'own',
      setOn: '2026-09-01',
      until: '2026-11-30',
    });
    stands('FORCE_CHANGE_PASSWORD', { 'custom:password_set': '', 'custom:password_until': '' });
    expect(await accountOf(POOL, USER)).toEqual({ password: 'temporary' });
  });

  test('has no password of those who sign in elsewhere, and none of a stranger', async () => {
    stands('EXTERNAL_PROVIDER');
    expect(await accountOf(POOL, USER)).toBeUndefined();
    stands('CONFIRMED', { identities: '[{"providerName":"county-login"}]' });
    expect(await accountOf(POOL, USER)).toBeUndefined();
    cognito
      .on(AdminGetUserCommand)
      .rejects(new UserNotFoundException({ message: 'User does not exist.', $metadata: {} }));
    expect(await accountOf(POOL, USER)).toBeUndefined();
  });

  test('is not taken for empty when it does not answer', async () => {
    cognito.on(AdminGetUserCommand).rejects(named('TooManyRequestsException'));
    await expect(accountOf(POOL, USER)).rejects.toThrow('TooManyRequestsException');
  });

  test('keeps the days of a password, forgets them, and takes one that must be changed', async () => {
    cognito.on(AdminUpdateUserAttributesCommand).resolves({});
    cognito.on(AdminSetUserPasswordCommand).resolves({});
    const mark = { setOn: LocalDate.parse('2026-11-24'), until: LocalDate.parse('2027-02-22') };
    await markPassword(POOL, USER, mark);
    await markPassword(POOL, USER, undefined);
    await replacePassword(POOL, USER, 'aA1!nobody-knows-this');
    const sent = cognito.commandCalls(AdminUpdateUserAttributesCommand).map(({ args }) => args[0].input);
    expect(sent.map(({ UserAttributes }) => UserAttributes?.map(({ Value }) => Value))).toEqual([
      ['2026-11-24', '2027-02-22'],
      ['', ''],
    ]);
    expect(cognito.commandCalls(AdminSetUserPasswordCommand)[0]?.args[0].input).toMatchObject({
      UserPoolId: POOL,
      Username: USER,
      Permanent: false,
    });
  });
});
