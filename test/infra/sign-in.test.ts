import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/source-files.ts';
import { ofType, onlyOne, productionExample, resourcesOf } from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());
const both = [...inTest, ...inProduction];

describe('sign-in', () => {
  test.each(['staff', 'citizens'])(
    'of %s: nobody signs up alone, the second factor is required [L-9.7]',
    (door) => {
      expect(onlyOne(inTest, 'AWS::Cognito::UserPool', door).properties).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        UserPoolTier: 'PLUS',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
        DeletionProtection: 'ACTIVE',
        LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
      });
    },
  );

  const clients = ofType(inTest, 'AWS::Cognito::UserPoolClient').filter(({ id }) => id.startsWith('staff'));

  test('each controller has an app client, and its tokens live five minutes', () => {
    expect(clients.map(({ properties }) => properties['ClientName'])).toEqual(['LOIMAA', 'KEUSOTE']);
    for (const { properties } of clients) {
      expect(properties).toMatchObject({
        AccessTokenValidity: 5,
        IdTokenValidity: 5,
        RefreshTokenValidity: 600,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
      });
    }
  });

  test('no user can write what matters, and no flow gives the scope to write it', () => {
    for (const { properties } of clients) {
      expect(properties['WriteAttributes']).toEqual(['locale']);
      expect(properties['ExplicitAuthFlows']).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
      expect(properties['AllowedOAuthFlows']).toEqual(['code']);
      expect(properties['AllowedOAuthScopes']).toEqual(['openid', expect.stringMatching(/\/staff$/)]);
    }
  });

  test('elsewhere, where the settings say so: only there, and its method goes into the token or there is none', () => {
    expect(onlyOne(inProduction, 'AWS::Cognito::UserPoolIdentityProvider', 'staff').properties).toMatchObject(
      {
        ProviderName: 'county-login',
        ProviderType: 'OIDC',
        AttributeMapping: { 'custom:auth_method': 'amr' },
      },
    );
    expect(onlyOne(inProduction, 'AWS::Cognito::UserPoolClient', 'staff').properties).toMatchObject({
      SupportedIdentityProviders: ['county-login'],
    });
    const trigger = onlyOne(inProduction, 'AWS::Lambda::Function', 'tokenclaimsstaff').properties;
    expect(trigger['Environment']).toEqual({
      Variables: {
        SOINTU_SIGN_IN: 'federated',
        SOINTU_METHODS: 'card',
        SOINTU_PASSWORD_SECOND: 'false',
      },
    });
  });

  test('a password is looked at after its age only, and the nightly run may touch passwords of officials alone', () => {
    for (const door of ['staff', 'citizens']) {
      expect(onlyOne(inTest, 'AWS::Cognito::UserPool', door).properties).toMatchObject({
        LambdaConfig: { PreAuthentication: expect.stringContaining('preauthentication') },
      });
    }
    expect(
      onlyOne(inProduction, 'AWS::Cognito::UserPool', 'staff').properties['LambdaConfig'],
    ).not.toHaveProperty('PreAuthentication');
    const withPool = ofType(inTest, 'AWS::Lambda::Function').filter(({ properties }) =>
      JSON.stringify(properties).includes('SOINTU_POOL'),
    );
    expect(withPool.map(({ properties }) => properties['FunctionName'])).toEqual([
      'sointu-test-access-rights-run-daily',
    ]);
    const granted = JSON.stringify(
      ofType(inTest, 'AWS::IAM::Policy').filter(({ properties }) =>
        JSON.stringify(properties).includes('cognito-idp'),
      ),
    );
    expect(granted.match(/cognito-idp:\w+/g)).toEqual([
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminSetUserPassword',
      'cognito-idp:AdminUpdateUserAttributes',
    ]);
  });

  test.each(['staff', 'citizens'])('of %s: the pool itself records every attempt, apart from us', (door) => {
    expect(onlyOne(inProduction, 'AWS::Cognito::LogDeliveryConfiguration', door).properties).toMatchObject({
      LogConfigurations: [{ EventSource: 'userAuthEvents', LogLevel: 'INFO' }],
    });
    expect(
      ofType(inProduction, 'AWS::Logs::LogGroup').find(
        ({ properties }) =>
          properties['LogGroupName'] === `/aws/vendedlogs/sointu-production/sign-ins/${door}`,
      )?.properties,
    ).toMatchObject({ RetentionInDays: 400, KmsKeyId: expect.any(String) });
  });
});

describe('citizens are identified elsewhere', () => {
  const provider = {
    kind: 'saml',
    name: 'suomi-fi',
    metadataUrl: 'https://tunnistautuminen.example.fi/metadata',
    methodClaim: 'authnmethod',
  };
  const signIn = { kind: 'federated', provider, methods: ['urn:oid:1.2.246.517.3002.110.5'] };
  const resources = resourcesOf({ citizens: { signIn } });

  test('by a provider for each controller, whose app client knows no other [L-9.22]', () => {
    const providers = ofType(resources, 'AWS::Cognito::UserPoolIdentityProvider');
    expect(providers.map(({ properties }) => properties['ProviderName'])).toEqual([
      'suomi-fi-LOIMAA',
      'suomi-fi-KEUSOTE',
    ]);
    for (const { properties } of providers) {
      expect(properties['AttributeMapping']).toEqual({
        'custom:auth_method': 'authnmethod',
        'custom:subject': 'sointu_subject',
      });
    }
    const clients = ofType(resources, 'AWS::Cognito::UserPoolClient').filter(({ id }) =>
      id.startsWith('citizens'),
    );
    expect(clients.map(({ properties }) => properties['SupportedIdentityProviders'])).toEqual([
      ['suomi-fi-LOIMAA'],
      ['suomi-fi-KEUSOTE'],
    ]);
  });

  test('and the pool keeps a subject in the place of the code, which the function alone is told', () => {
    expect(onlyOne(resources, 'AWS::Cognito::UserPool', 'citizens').properties).toMatchObject({
      LambdaConfig: {
        InboundFederation: {
          LambdaArn: expect.stringContaining('identifycitizen'),
          LambdaVersion: 'V1_0',
        },
      },
    });
    expect(
      onlyOne(resources, 'AWS::Lambda::Function', 'identifycitizen').properties['Environment'],
    ).toMatchObject({
      Variables: {
        SOINTU_PROVIDERS: '{"suomi-fi-LOIMAA":"LOIMAA","suomi-fi-KEUSOTE":"KEUSOTE"}',
        SOINTU_CODE_CLAIM: 'urn:oid:1.2.246.21',
        SOINTU_METHOD_CLAIM: 'authnmethod',
      },
    });
    expect(onlyOne(resources, 'AWS::Lambda::Function', 'tokenclaimscitizens').properties).toMatchObject({
      Environment: { Variables: { SOINTU_DOOR: 'citizens', SOINTU_SIGN_IN: 'federated' } },
    });
    const invoked = ofType(resources, 'AWS::Lambda::Permission').filter(({ properties }) =>
      String(properties['FunctionName']).includes('identifycitizen'),
    );
    expect(invoked.map(({ properties }) => properties)).toMatchObject([
      { Principal: 'cognito-idp.amazonaws.com', SourceArn: expect.stringContaining('citizenspool') },
    ]);
  });

  test('a password of theirs is no strong identification', () => {
    expect(() => resourcesOf({ citizens: { signIn: { ...signIn, passwordSecond: true } } })).toThrow(
      /no strong identification/,
    );
  });
});

/** Names of the variables that a file of services parses, and those it can't do without. */
function parsedBy(file: string): { all: string[]; required: string[] } {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const lines = [...text.matchAll(/^ {2}(SOINTU_\w+): (.*),$/gm)];
  const optional = /optional\(\)|default\(/;
  return {
    all: lines.map(([, name = '']) => name),
    required: lines.filter(([, , schema = '']) => !optional.test(schema)).map(([, name = '']) => name),
  };
}

describe('what functions are told', () => {
  const functions = ofType(both, 'AWS::Lambda::Function').map(({ properties }) => ({
    name: String(properties['FunctionName']),
    told: Object.keys(Object(Object(properties['Environment'])['Variables'])),
  }));

  test.each([
    ['shared/aws/environment.ts', (name: string) => !/token-claims|pre-authentication/.test(name)],
    ['shared/services-sign-in.ts', (name: string) => name.includes('token-claims')],
  ] as const)(
    'is what %s parses: nothing that is needed is missing, nothing is told in vain',
    (file, isIts) => {
      const { all, required } = parsedBy(file);
      expect(required).not.toEqual([]);
      const its = functions.filter(({ name }) => isIts(name));
      expect(its.length).toBeGreaterThan(1);
      for (const { name, told } of its) {
        expect(told, name).toEqual(expect.arrayContaining(required));
        expect(all, name).toEqual(expect.arrayContaining(told));
      }
    },
  );

  test('no secret stands in a template', () => {
    const text = JSON.stringify(both);
    expect(text).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|"ClientSecret":"(?!\{\{resolve:secretsmanager:)/i);
    expect(text).toContain('{{resolve:secretsmanager:');
    expect(text).not.toMatch(/"client_secret":"(?!\{\{resolve:secretsmanager:)/);
  });
});
