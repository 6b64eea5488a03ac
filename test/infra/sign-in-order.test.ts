import { expect, test } from 'vitest';
import { ofType, onlyOne, resourcesOf } from '../support/templates.ts';

const provider = {
  kind: 'saml',
  name: 'kunnan-kirjautuminen',
  metadataUrl: 'https://login.example.fi/metadata',
  methodClaim: 'authnmethod',
};
const signIn = { kind: 'federated', provider, methods: ['card'], passwordSecond: true };
const resources = resourcesOf({ staff: { allowedNetworks: ['192.0.2.0/24'], signIn } });

test('by SAML as well, and where the settings say so by a password, which the page shows second [K-13.15]', () => {
  expect(onlyOne(resources, 'AWS::Cognito::UserPoolIdentityProvider', 'staff').properties).toMatchObject({
    ProviderType: 'SAML',
    ProviderDetails: { MetadataURL: 'https://login.example.fi/metadata' },
    AttributeMapping: { 'custom:auth_method': 'authnmethod' },
  });
  expect(
    ofType(resources, 'AWS::Cognito::UserPoolClient').find(({ id }) => id.startsWith('staff'))?.properties,
  ).toMatchObject({
    SupportedIdentityProviders: ['kunnan-kirjautuminen', 'COGNITO'],
  });
  const looks = ofType(resources, 'AWS::Cognito::ManagedLoginBranding').map(({ id, properties }) => ({
    door: id.slice(0, 5),
    settings: properties['Settings'],
    isThePools: properties['UseCognitoProvidedValues'],
  }));
  const [card, password] = [
    { display: 'BUTTON', type: 'FEDERATED' },
    { display: 'INPUT', type: 'USERNAME_PASSWORD' },
  ];
  const order = { categories: { auth: { authMethodOrder: [[card, password]] } } };
  expect(looks.filter(({ door }) => door === 'staff').map(({ settings }) => settings)).toEqual([
    order,
    order,
  ]);
  expect(looks.filter(({ door }) => door !== 'staff').map(({ isThePools }) => isThePools)).toEqual([
    true,
    true,
  ]);
});
