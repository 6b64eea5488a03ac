import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { ofType, onlyOne, productionExample, type Resource, resourcesOf } from '../support/templates.ts';

const inTest = resourcesOf();
const inProduction = resourcesOf(productionExample());
const Place = z.object({ RestApiId: z.string(), ParentId: z.string(), PathPart: z.string() });
const places = new Map(
  ofType(inTest, 'AWS::ApiGateway::Resource').map(({ id, properties }) => [id, Place.parse(properties)]),
);
const pathOf = (id: string): string => {
  const place = places.get(id);
  return place === undefined ? '' : `${pathOf(place.ParentId)}/${place.PathPart}`;
};
const Method = z.object({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.string(),
  AuthorizationScopes: z.array(z.string()).optional(),
  Integration: z.object({ Type: z.string(), Uri: z.string().optional() }),
});
const methods = ofType(inTest, 'AWS::ApiGateway::Method').map(({ properties }) => {
  const method = Method.parse(properties);
  return { ...method, path: pathOf(method.ResourceId) };
});

/** As the gateway finds it: the fixed path before the one that takes all that follows. */
const leadsTo = (path: string, audience: string) => {
  const here = methods.filter(({ RestApiId }) => RestApiId.startsWith(`${audience}api`));
  return (
    here.find((method) => method.path === path) ??
    here.find(
      ({ path: place }) => place.endsWith('/{proxy+}') && path.startsWith(place.replace('{proxy+}', '')),
    )
  );
};

describe('the doors', () => {
  const routes = modules.flatMap(({ name, audience, routes: all }) =>
    all.map(({ method, path }) => [`${method} ${path}`, path, name, audience] as const),
  );

  test.each(routes)(
    '%s reaches the function of its module at the door of its audience',
    (_, path, name, audience) => {
      const method = leadsTo(path.replaceAll(/\{\w+\}/g, '01KBN4PZ00000000000000000A'), audience);
      expect(method).toMatchObject({ HttpMethod: 'ANY', Integration: { Type: 'AWS_PROXY' } });
      expect(method?.Integration.Uri).toMatch(new RegExp(`:function:sointu-test-${name}/invocations$`));
      expect(method?.RestApiId).toMatch(new RegExp(`^${audience}api`));
    },
  );

  test.each(['staff', 'citizens'])('the door of the %s carries files that are no text as bytes', (door) => {
    const api = onlyOne(inTest, 'AWS::ApiGateway::RestApi', door);
    expect(api.properties['BinaryMediaTypes']).toEqual(['application/pdf', 'application/octet-stream']);
  });

  test('every method asks for an access token with the scope of its door, but those for monitors and of public pages', () => {
    const open = methods.filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    const health = open.filter(({ path }) => path === '/health');
    expect(health.every(({ Integration }) => Integration.Type === 'MOCK')).toBe(true);
    const pages = open.filter((method) => !health.includes(method));
    expect(pages).toMatchObject([
      { path: '/public/privacy-notices/{proxy+}', HttpMethod: 'GET', Integration: { Type: 'AWS_PROXY' } },
    ]);
    expect(pages.every(({ RestApiId }) => RestApiId.startsWith('citizensapi'))).toBe(true);
    const closed = methods.filter((method) => !open.includes(method));
    expect(closed).toHaveLength(2 * modules.filter(({ open: isOpen }) => isOpen === undefined).length);
    for (const { AuthorizationType, AuthorizationScopes } of closed) {
      expect(AuthorizationType).toBe('COGNITO_USER_POOLS');
      expect(AuthorizationScopes).toEqual([expect.stringMatching(/\/(staff|citizens)$/)]);
    }
  });

  test('who may be read by everybody has no other routes, writes nothing, and is given no key and no line', () => {
    const pages = modules.filter(({ open }) => open !== undefined);
    expect(pages.map(({ name }) => name)).toEqual(['privacy-notices']);
    for (const { routes: others, consumers, grants, audience } of pages) {
      expect({ others, consumers, grants, audience }).toEqual({
        others: [],
        consumers: [],
        grants: { records: 'read', keys: 'none', trail: 'none', clientKey: [] },
        audience: 'citizens',
      });
    }
  });

  test('functions accept their door and nobody else, and have no address of their own', () => {
    expect(ofType(inTest, 'AWS::Lambda::Url')).toEqual([]);
    const callers = ofType(inTest, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    for (const { Principal, SourceArn } of callers) {
      expect(['apigateway.amazonaws.com', 'cognito-idp.amazonaws.com']).toContain(Principal);
      expect(String(SourceArn)).toMatch(/staffapi|citizensapi|staffpool|citizenspool/);
    }
    expect(JSON.stringify(callers)).not.toContain('test-invoke-stage');
  });

  test('the function that a door names is there, and lets that door call it on the paths of its module alone', () => {
    const made = new Map(
      ofType(inTest, 'AWS::Lambda::Function').map(({ id, properties: { FunctionName } }) => [
        String(FunctionName),
        `${id}.Arn`,
      ]),
    );
    const permissions = ofType(inTest, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    const doors = new Map(ofType(inTest, 'AWS::ApiGateway::RestApi').map(({ id }) => [id, id.slice(0, 5)]));
    for (const { path, RestApiId, Integration } of methods.filter(({ path: at }) => at !== '/health')) {
      const called = made.get(/:function:(.+)\/invocations$/.exec(Integration.Uri ?? '')?.[1] ?? '');
      const [own, ...others] = permissions.filter(({ FunctionName }) => FunctionName === called);
      expect([own?.['Principal'], others], path).toEqual(['apigateway.amazonaws.com', []]);
      const [, door, allowed = ''] = /:(\S+)\/test\/\*(\/.+)\*$/.exec(String(own?.['SourceArn'])) ?? [];
      expect(door, path).toContain(doors.get(RestApiId));
      expect(path.startsWith(allowed), `${path} within ${allowed}`).toBe(true);
    }
  });

  test('officials are let in from the networks that the settings name; the citizens’ door is open', () => {
    expect(onlyOne(inTest, 'AWS::ApiGateway::RestApi', 'staff').properties['Policy']).toMatchObject({
      Statement: [
        { Effect: 'Allow' },
        { Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } },
      ],
    });
    expect(onlyOne(inTest, 'AWS::ApiGateway::RestApi', 'citizens').properties['Policy']).toBeUndefined();
  });

  test('what the gateway answers by itself is a problem of ours without its own words', () => {
    const answers = ofType(inTest, 'AWS::ApiGateway::GatewayResponse').map(({ properties }) => properties);
    expect(answers.map(({ ResponseType }) => ResponseType)).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'UNAUTHORIZED', 'ACCESS_DENIED', 'WAF_FILTERED']),
    );
    for (const { ResponseTemplates, ResponseParameters, StatusCode } of answers) {
      const status = Number(StatusCode);
      expect(ResponseParameters).toMatchObject({
        'gatewayresponse.header.content-type': "'application/problem+json'",
        ...(status === 401 ? { 'gatewayresponse.header.www-authenticate': "'Bearer'" } : {}),
        ...(status === 429 ? { 'gatewayresponse.header.retry-after': "'2'" } : {}),
      });
      const text = z.object({ 'application/json': z.string() }).parse(ResponseTemplates)['application/json'];
      expect(text).not.toMatch(/context\.error|validationErrorString/);
      expect(JSON.parse(text)).toEqual({
        type: expect.stringMatching(/^urn:sointu:problem:/),
        title: expect.any(String),
        status,
        code: expect.any(String),
        requestId: '$context.extendedRequestId',
      });
    }
  });

  test('a browser’s question is answered to the origins of the settings, and to none without', () => {
    const asked = (resources: readonly Resource[]) =>
      ofType(resources, 'AWS::ApiGateway::Method').filter(
        ({ properties }) => properties['HttpMethod'] === 'OPTIONS',
      );
    expect(asked(inTest)).toEqual([]);
    const texts = asked(inProduction).map((one) => JSON.stringify(one.properties));
    expect(texts.length).toBeGreaterThan(2 * modules.filter(({ open }) => open === undefined).length);
    for (const text of texts) expect(text).toMatch(/https:\/\/(sointu|asiointi)\.example\.fi/);
    expect(texts.join()).not.toContain("'*'");
  });

  test.each(['staff', 'citizens'])(
    'requests at the door for %s are throttled, and kept without path or query',
    (door) => {
      const stage = onlyOne(inTest, 'AWS::ApiGateway::Stage', door).properties;
      expect(stage['MethodSettings']).toEqual([
        expect.objectContaining({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400, LoggingLevel: 'OFF' }),
      ]);
      const { Format } = z.object({ Format: z.string() }).parse(stage['AccessLogSetting']);
      expect(JSON.parse(Format)).toEqual({
        time: '$context.requestTimeEpoch',
        extendedRequestId: '$context.extendedRequestId',
        sub: '$context.authorizer.claims.sub',
        user: '$context.authorizer.claims.username',
        method: '$context.httpMethod',
        route: '$context.resourcePath',
        status: '$context.status',
        bytes: '$context.responseLength',
      });
    },
  );
});
