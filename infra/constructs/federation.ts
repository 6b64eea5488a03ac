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
import type { DeploymentSettings } from '../settings.ts';

/** The attribute in which the pool keeps how a person signed in elsewhere. Written anew at each sign-in. */
export const METHOD = 'auth_method';
export const METHOD_ATTRIBUTE = `custom:${METHOD}`;

export type SignInPlan = DeploymentSettings['staff']['signIn'];

/** Where users of a pool sign in: in the pool itself, or where the settings say and nowhere else. */
export type Providers = { supported: UserPoolClientIdentityProvider[]; needed: IDependable[] };

export function providersOf(scope: Construct, door: string, pool: UserPool, plan: SignInPlan): Providers {
  if (plan.kind === 'native') return { supported: [UserPoolClientIdentityProvider.COGNITO], needed: [] };
  const { provider } = plan;
  const common = {
    userPool: pool,
    name: provider.name,
    attributeMapping: { custom: { [METHOD_ATTRIBUTE]: ProviderAttribute.other(provider.methodClaim) } },
  };
  const id = `${door}-${provider.kind}`;
  const made =
    provider.kind === 'oidc'
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
  const first = UserPoolClientIdentityProvider.custom(provider.name);
  return {
    supported: plan.passwordSecond ? [first, UserPoolClientIdentityProvider.COGNITO] : [first],
    needed: [made],
  };
}
