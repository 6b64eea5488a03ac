import {
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { UserId } from '../kernel/id.ts';
import { LocalDate } from '../kernel/local-date.ts';
import type { LocalAccount, PasswordMark } from '../services.ts';
import { signsInElsewhere } from '../sign-in/token-claims.ts';

const SET_ON = 'custom:password_set';
const UNTIL = 'custom:password_until';
const OWN = 'CONFIRMED';

const client = new CognitoIdentityProviderClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 },
});

/** @returns undefined when the pool does not know the user, or the user signs in elsewhere. */
export async function accountOf(pool: string, userId: UserId): Promise<LocalAccount | undefined> {
  try {
    const found = await client.send(new AdminGetUserCommand({ UserPoolId: pool, Username: userId }));
    const attributes = Object.fromEntries(
      (found.UserAttributes ?? []).map(({ Name = '', Value }) => [Name, Value]),
    );
    if (signsInElsewhere({ ...attributes, 'cognito:user_status': found.UserStatus })) return undefined;
    const dayOf = (name: string): LocalDate | undefined => LocalDate.safeParse(attributes[name]).data;
    const [setOn, until] = [dayOf(SET_ON), dayOf(UNTIL)];
    return {
      password: found.UserStatus === OWN ? 'own' : 'temporary',
      ...(setOn === undefined ? {} : { setOn }),
      ...(until === undefined ? {} : { until }),
    };
  } catch (thrown) {
    if (thrown instanceof UserNotFoundException) return undefined;
    throw thrown;
  }
}

export async function markPassword(
  pool: string,
  userId: UserId,
  mark: PasswordMark | undefined,
): Promise<void> {
  await client.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: pool,
      Username: userId,
      // An empty value is how the pool forgets an attribute.
      UserAttributes: [
        { Name: SET_ON, Value: mark?.setOn ?? '' },
        { Name: UNTIL, Value: mark?.until ?? '' },
      ],
    }),
  );
}

/** Nobody knows the password that comes in its place, and it is over when its owner has been given a new one. */
export async function replacePassword(pool: string, userId: UserId, password: string): Promise<void> {
  await client.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: pool,
      Username: userId,
      Password: password,
      Permanent: false,
    }),
  );
}
