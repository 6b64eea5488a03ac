import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { signInSettings } from '../services-sign-in.ts';
import { authenticationMethodOf, signsInElsewhere, subjectClaims } from './token-claims.ts';

/** Of the profile in the citizens' pool: the subject of the session, and the provider's own id of it. */
const TOLD_TO_NOBODY = ['custom:subject', 'identities'];

/** Run by Cognito before it makes a token, also at each refresh. What throws here gets no token. */
export function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const { userAttributes } = event.request;
  const settings = signInSettings();
  const method = authenticationMethodOf(settings, {
    signsInElsewhere: signsInElsewhere(userAttributes),
    authenticationMethod: userAttributes['custom:auth_method'],
  });
  event.response.claimsAndScopeOverrideDetails = {
    accessTokenGeneration: {
      claimsToAddOrOverride: { auth_method: method, ...subjectClaims(settings.door, userAttributes) },
    },
    // Whoever shows the identity token learns nothing of how the provider knows the person.
    ...(settings.door === 'citizens' ? { idTokenGeneration: { claimsToSuppress: [...TOLD_TO_NOBODY] } } : {}),
  };
  return Promise.resolve(event);
}
