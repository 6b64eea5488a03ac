import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { signInSettings } from '../services-sign-in.ts';
import { authenticationMethodOf, signsInElsewhere } from './token-claims.ts';

/** Run by Cognito before it makes a token, also at each refresh. What throws here gets no token. */
export function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const { userAttributes } = event.request;
  const method = authenticationMethodOf(signInSettings(), {
    signsInElsewhere: signsInElsewhere(userAttributes),
    authenticationMethod: userAttributes['custom:auth_method'],
  });
  event.response.claimsAndScopeOverrideDetails = {
    accessTokenGeneration: { claimsToAddOrOverride: { auth_method: method } },
  };
  return Promise.resolve(event);
}
