import { describe, expect, test } from 'vitest';
import { actsWhenRead } from './rules/acts-when-read.ts';
import { ambient } from './rules/ambient.ts';
import { keyLiterals } from './rules/key-literals.ts';
import { storeWrites } from './rules/store-writes.ts';
import { judge, listed, theTree } from './the-tree.ts';

describe('only commit writes', () => {
  test('the tree names no write elsewhere', () => {
    expect(listed(storeWrites(theTree))).toEqual([]);
  });

  test.each([
    ['functions/cases/open-case.ts', "import { PutCommand } from '@aws-sdk/lib-dynamodb';"],
    ['shared/domain/cases/store.ts', 'await table.send(new ddb.TransactWriteCommand(input));'],
    ['infra/drill.ts', 'await send(new DeleteItemCommand(input));'],
    ['shared/table/read.ts', 'await send(new ScanCommand(input));'],
    ['shared/commit.ts', 'await send(new ExecuteStatementCommand(input));'],
    ['shared/table/read.ts', 'for await (const page of paginateScan(config, input)) use(page);'],
    ['functions/cases/open-case.ts', 'await DynamoDBDocument.from(client).put(input);'],
  ])('%s may not say %s', (path, text) => {
    expect(judge(storeWrites, path, text)).not.toEqual([]);
  });

  test.each([
    ['shared/commit.ts', 'await send(new TransactWriteCommand(input));'],
    ['shared/trail/archive.ts', 'await s3.send(new PutObjectCommand(input));'],
    ['infra/local/create-tables.ts', 'await send(new BatchWriteCommand(input));'],
    ['shared/table/read.ts', 'await send(new QueryCommand(input)); // never a ScanCommand'],
  ])('%s may say %s', (path, text) => {
    expect(listed(judge(storeWrites, path, text))).toEqual([]);
  });
});

describe('keys are built in one place', () => {
  test('the tree joins and splits no key elsewhere', () => {
    expect(listed(keyLiterals(theTree))).toEqual([]);
  });

  test.each([
    ['functions/cases/open-case.ts', "const key = 'CLIENT#' + id;"],
    ['functions/cases/open-case.ts', 'const key = `${controller}#${id}`;'],
    ['shared/domain/cases/store.ts', 'const key = `C#${id}`;'],
    ['shared/domain/cases/store.ts', "const [first] = key.split('#');"],
    ['shared/domain/cases/store.ts', 'const key = `#${id}`;'],
    ['shared/table/read.ts', 'const end = `${prefix}#`;'],
    ['shared/table/read.ts', 'const key = `C#${id}`;'],
  ])('%s may not say %s', (path, text) => {
    expect(judge(keyLiterals, path, text)).not.toEqual([]);
  });

  test.each([
    ['shared/table/keys/parts.ts', 'const key = `${controller}#${id}`;'],
    ['shared/table/transact.ts', 'const name = `#${place}`;'],
    [
      'shared/domain/cases/transitions.ts',
      "const condition = '#version = :version AND attribute_exists(#pk)';",
    ],
    ['shared/documents/render.ts', "const ink = '#1a2b3c';"],
    ['shared/documents/render.ts', "const quote = '&#39;'; const any = `&#${code};`;"],
    ['shared/http/openapi.ts', "const ref = '#/components/schemas/Case';"],
    ['shared/http/openapi.ts', 'const ref = `#/components/schemas/${name}`;'],
    ['shared/http/problem.ts', "const type = 'https://example.org/problems#stale';"],
    ['shared/domain/cases/store.ts', '// a key is CLIENT#id\nconst pattern = /^[A-Z]+#/;'],
  ])('%s may say %s', (path, text) => {
    expect(listed(judge(keyLiterals, path, text))).toEqual([]);
  });
});

describe('no file of what runs acts when it is read', () => {
  test('the tree only declares', () => {
    expect(listed(actsWhenRead(theTree))).toEqual([]);
  });

  test.each([
    ['shared/domain/cases/rules.ts', 'known.set(name, rule);'],
    ['functions/cases/routes.ts', 'for (const route of routes) register(route);'],
    ['shared/kernel/id.ts', "import './calendar.ts';"],
  ])('%s may not say %s', (path, text) => {
    expect(judge(actsWhenRead, path, text)).not.toEqual([]);
  });

  test.each([
    ['shared/domain/cases/rules.ts', 'const known = new Map([[name, rule]]);'],
    ['shared/kernel/id.ts', "import * as z from 'zod'; export type { Id } from './id-text.ts';"],
    ['shared/documents/build-catalogue.ts', 'if (import.meta.main) await write();'],
    ['infra/build.ts', 'await build();'],
  ])('%s may say %s', (path, text) => {
    expect(listed(judge(actsWhenRead, path, text))).toEqual([]);
  });
});

describe('time, chance and the environment come through services', () => {
  test('the tree takes them from nowhere else', () => {
    expect(listed(ambient(theTree))).toEqual([]);
  });

  test.each([
    ['functions/cases/open-case.ts', 'const now = new Date();'],
    ['shared/domain/cases/rules.ts', 'const now = Date.now();'],
    ['shared/domain/cases/rules.ts', "const now = globalThis.Date['now']();"],
    ['infra/local/http.ts', 'const now = Date();'],
    ['shared/table/read.ts', "const name = process.env['TABLE'];"],
    ['shared/table/read.ts', "import { env } from 'node:process';"],
    ['test/support/people.ts', 'const chance = Math.random();'],
  ])('%s may not say %s', (path, text) => {
    expect(judge(ambient, path, text)).not.toEqual([]);
  });

  test.each([
    ['shared/kernel/clock.ts', 'const now = Date.now();'],
    ['test/rules/kernel/instant.test.ts', "const then = new Date('2026-01-01T00:00:00Z');"],
    ['shared/services-aws.ts', "const name = process.env['TABLE'];"],
    ['shared/kernel/local-date.ts', 'const moment: Date = new Date(0);'],
    ['shared/table/read.ts', 'const wait = performance.now(); // not Date.now()'],
  ])('%s may say %s', (path, text) => {
    expect(listed(judge(ambient, path, text))).toEqual([]);
  });
});
