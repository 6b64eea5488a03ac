import { SecretValue } from 'aws-cdk-lib';
import {
  ProviderAttribute,
  type UserPool,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct, IDependable } from 'constructs';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { SUBJECT_CLAIM } from '../../shared/sign-in/identify-citizen.ts';
import { citizensProvider, type DeploymentSettings } from '../settings.ts';

/** The attribute in which the pool keeps how a person signed in elsewhere. Written anew at each sign-in. */
export const METHOD = 'auth_method';
export const METHOD_ATTRIBUTE = `custom:${METHOD}`;

/** The attribute of the citizens' pool in which the subject stands: it says nothing of the person. */
export const SUBJECT = 'subject';
export const SUBJECT_ATTRIBUTE = `custom:${SUBJECT}`;

export type SignInPlan = DeploymentSettings['staff']['signIn'];

/** Where users of a pool sign in: in the pool itself, or where the settings say and nowhere else. */
export type Providers = { supported: UserPoolClientIdentityProvider[]; needed: IDependable[] };

export function providersOf(scope: Construct, door: string, pool: UserPool, plan: SignInPlan): Providers {
  if (plan.kind === 'native') return { supported: [UserPoolClientIdentityProvider.COGNITO], needed: [] };
  const { provider } = plan;
  const made = providerOf(scope, `${door}-${provider.kind}`, pool, provider, {});
  const first = UserPoolClientIdentityProvider.custom(provider.name);
  return {
    supported: plan.passwordSecond ? [first, UserPoolClientIdentityProvider.COGNITO] : [first],
    needed: [made],
  };
}

/**
 * The provider by which citizens ask of one controller. Its app client knows no other, and what the pool keeps of whom
 * it identified is the subject that took the code's place.
 */
export function citizensProvidersOf(
  scope: Construct,
  pool: UserPool,
  plan: SignInPlan,
  controller: ControllerId,
): Providers {
  if (plan.kind === 'native') return { supported: [UserPoolClientIdentityProvider.COGNITO], needed: [] };
  const { provider } = plan;
  const name = citizensProvider(provider, controller);
  const made = providerOf(
    scope,
    `citizens-${provider.kind}-${controller}`,
    pool,
    { ...provider, name },
    { [SUBJECT_ATTRIBUTE]: ProviderAttribute.other(SUBJECT_CLAIM) },
  );
  return { supported: [UserPoolClientIdentityProvider.custom(name)], needed: [made] };
}

function providerOf(
  scope: Construct,
  id: string,
  pool: UserPool,
  provider: Extract<SignInPlan, { kind: 'federated' }>['provider'],
  more: Record<string, ProviderAttribute>,
): IDependable {
  const common = {
    userPool: pool,
    name: provider.name,
    attributeMapping: {
      custom: { [METHOD_ATTRIBUTE]: ProviderAttribute.other(provider.methodClaim), ...more },
    },
  };
  return provider.kind === 'oidc'
    ? new UserPoolIdentityProviderOidc(scope, id, {
        ...common,
        issuerUrl: provider.issuer,
        clientId: provider.clientId,
        // CloudFormation asks for it as it deploys: the template holds a reference only.
        clientSecret: SecretValue.secretsManager(provider.clientSecretArn).unsafeUnwrap(),
        scopes: ['openid'],
      })
    : new UserPoolIdentityProviderSaml(scope, id, {
        ...common,
        metadata: UserPoolIdentityProviderSamlMetadata.url(provider.metadataUrl),
      });
}
