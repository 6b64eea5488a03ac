import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';
import { STATUS } from '../../shared/http/problem.ts';
import { everyRoute, named } from '../support/every-route.ts';
import { runTool } from '../support/run-tool.ts';

const Content = z.record(z.string(), z.looseObject({ schema: z.unknown(), example: z.unknown().optional() }));
const Answer = z.looseObject({ $ref: z.string().optional(), content: Content.optional() });
const Operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(z.looseObject({ $ref: z.string().optional(), name: z.string().optional() })),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string(), Answer),
  'x-access-log-event': z.string(),
  'x-action': z.string(),
  'x-legal-ground': z.string(),
});
const Document = z.looseObject({
  openapi: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ responses: z.record(z.string(), Answer) }),
  'x-problems': z.array(
    z.object({
      code: z.string(),
      status: z.int(),
      title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    }),
  ),
});

const text = JSON.stringify(openApiDocument(modules));
const whole = z
  .looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(text));
const isPublic = (path: string): boolean => path.startsWith('/public/');
const document = Document.parse({
  ...whole,
  paths: Object.fromEntries(Object.entries(whole.paths).filter(([path]) => !isPublic(path))),
});
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** The codes that an answer of an operation lists, wherever the answer stands. */
function codesOf(answer: z.infer<typeof Answer> | undefined): unknown {
  const found =
    answer?.$ref === undefined ? answer : document.components.responses[answer.$ref.split('/').at(-1) ?? ''];
  const Coded = z.object({
    allOf: z.tuple([
      z.object({ $ref: z.literal('#/components/schemas/Problem') }),
      z.object({ properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }) }).loose(),
    ]),
  });
  const coded = Coded.parse(found?.content?.['application/problem+json']?.schema);
  return coded.allOf[1].properties.code.enum;
}

describe('the reference of the API', () => {
  test('tells every route of the register and no other', () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ofBothDoors = modules.flatMap(({ routes }) =>
      routes.map(({ method, path }) => `${method} ${path}`),
    );
    expect(told.sort()).toEqual(ofBothDoors.sort());
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ofBothDoors.length);
  });

  test('tells every public page, which asks for no sign-in, and no other', () => {
    const Page = z.looseObject({ operationId: z.string(), security: z.array(z.unknown()).max(0) });
    const told = Object.entries(whole.paths)
      .filter(([path]) => isPublic(path))
      .map(([path, methods]) => [path, Object.keys(methods), Page.parse(methods['get']).operationId]);
    const pages = modules.flatMap(({ open = [] }) =>
      open.map(({ path, operation }) => [path, ['get'], operation]),
    );
    expect(told).toEqual(pages);
  });

  test('is made whole by a strict linter that asks nobody on the network', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sointu-openapi-'));
    try {
      const file = join(folder, 'openapi.json');
      writeFileSync(file, text);
      const { exitCode, output } = await runTool(
        'redocly',
        ['lint', '--extends', 'recommended-strict', '--format', 'stylish', file],
        'kept',
        { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      );
      expect(exitCode, output).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('lists the closed list of codes, each once, with a sentence in three languages', () => {
    const problems = document['x-problems'];
    const codes = problems.map(({ code }) => code);
    expect(new Set(problems.map(({ status, code }) => `${status} ${code}`)).size).toBe(problems.length);
    const declared = everyRoute.flatMap((route) => route.refusals.map(({ code }) => code));
    expect(codes).toEqual(expect.arrayContaining([...declared, 'fault', 'request.methodNotAllowed']));
  });

  test.each(named)('%s: event, action, ground in law and each of its refusals', (_, route) => {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    expect(operation).toMatchObject({
      operationId: route.event,
      'x-access-log-event': route.event,
      'x-action': route.action.name,
      'x-legal-ground': route.action.legalGround,
    });
    for (const { code, kind } of route.refusals) {
      expect(codesOf(operation?.responses[String(STATUS[kind])])).toContain(code);
    }
    expect(codesOf(operation?.responses['401'])).toEqual(['access.notSignedIn']);
    expect(codesOf(operation?.responses['429'])).toEqual(['service.unavailable']);
    expect(codesOf(operation?.responses['500'])).toEqual(['fault']);
  });

  test.each(named)('%s: the headers that a write asks for', (_, route) => {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    const asked = operation?.parameters.map(({ $ref }) => $ref?.split('/').at(-1));
    expect(asked?.includes('IfMatch')).toBe(route.writes === 'changes');
    expect(asked?.includes('IdempotencyKey')).toBe(route.writes === 'creates');
  });

  test.each(named.filter(([, { body }]) => body !== undefined))(
    '%s: an example of its body, which its schema takes',
    (_, route) => {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      const example = operation?.requestBody?.content['application/json']?.example;
      expect(route.body?.safeParse(example)).toMatchObject({ success: true });
    },
  );

  test('names every shape in its own words', () => {
    expect([...text.matchAll(/__schema\d+/g)].map(([name]) => name)).toEqual([]);
  });
});
