import { describe, expect, test } from 'vitest';
import { importDirection, laptopReachesNoCdk } from './rules/import-direction.ts';
import { zodNamespace } from './rules/zod-namespace.ts';
import { judge, listed, theTree } from './the-tree.ts';

describe('imports go one way', () => {
  test('the tree keeps the direction', () => {
    expect(listed(importDirection(theTree))).toEqual([]);
  });

  test.each([
    ['shared/kernel/money.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/kernel/money.ts', "import { keys } from '../table/keys.ts';"],
    ['shared/domain/cases/rules.ts', "import { systemClock } from '../../kernel/clock.ts';"],
    ['shared/domain/cases/rules.ts', "import { readCase } from './store.ts';"],
    ['shared/domain/cases/rules.ts', "import type { Keys } from '../../table/keys.ts';"],
    ['shared/domain/cases/transitions.ts', "import { PutCommand } from '@aws-sdk/lib-dynamodb';"],
    ['shared/domain/cases/model.ts', "export { act } from '../../../functions/cases/open-case.ts';"],
    ['shared/domain/cases/norms/2026.ts', "const seal = await import('../../../crypto/seal.ts');"],
    ['shared/domain/cases/store.ts', "import { createHash } from 'node:crypto';"],
    ['shared/domain/cases/store.ts', "import { problem } from '../../http/problem.ts';"],
    ['shared/table/item.ts', "import { read } from './read.ts';"],
    ['shared/domain/cases/store.ts', "import { sort } from '../../table/keys/parts.ts';"],
    ['shared/http/dispatch.ts', "import { modules } from '../../functions/modules.ts';"],
    ['shared/table/keys.ts', "import { tables } from '../../infra/table.ts';"],
    ['shared/trail/event.ts', "import type { Fixture } from '../../test/support/fixture.ts';"],
    ['functions/cases/open-case.ts', "import { openClient } from '../clients/open-client.ts';"],
    ['functions/cases/open-case.ts', "type Open = import('../clients/open-client.ts').Open;"],
    ['functions/cases/handler.ts', "import { modules } from '../modules.ts';"],
    ['functions/cases/open-case.ts', "import { settings } from '../../infra/settings.ts';"],
    ['shared/api-client/client.ts', "import { dispatch } from '../http/dispatch.ts';"],
    ['shared/http/dispatch.ts', "import type { paths } from '../api-client/paths.ts';"],
    ['infra/local/start.ts', "import { App } from 'aws-cdk-lib';"],
    ['infra/local/start.ts', "import * as kms from 'aws-cdk-lib/aws-kms';"],
    ['infra/stacks/records.ts', "import { Case } from '../../shared/domain/cases/model.ts';"],
    ['infra/constructs/module-function.ts', "import { rules } from '../../shared/domain/cases/rules.ts';"],
    ['infra/app.ts', "import { fixture } from '../test/support/fixture.ts';"],
  ])('%s may not say %s', (path, text) => {
    expect(judge(importDirection, path, text)).not.toEqual([]);
  });

  test.each([
    ['shared/kernel/money.ts', "import * as z from 'zod';\nimport { ok } from './refusal.ts';"],
    ['shared/domain/cases/rules.ts', "import type { Finding } from '../../kernel/finding.ts';"],
    ['shared/domain/cases/model.ts', "import { Sealed } from '../../crypto/sealed.ts';"],
    ['shared/domain/cases/rules.ts', "import { Client } from '../clients/model.ts';"],
    ['shared/domain/cases/store.ts', "import { keys } from '../../table/keys.ts';"],
    ['functions/cases/open-case.ts', "import { readCase } from '../../shared/domain/cases/store.ts';"],
    ['functions/modules.ts', "import { cases } from './cases/module.ts';"],
    ['infra/stacks/api.ts', "import { modules } from '../../functions/modules.ts';"],
  ])('%s may say %s', (path, text) => {
    expect(listed(judge(importDirection, path, text))).toEqual([]);
  });
});

describe('the laptop starts without CDK', () => {
  test('nothing that infra/local imports leads to CDK', () => {
    expect(listed(laptopReachesNoCdk(theTree))).toEqual([]);
  });

  test('a way over a third file is found', () => {
    const files = [
      { path: 'infra/local/start.ts', text: "import { tables } from '../table.ts';" },
      { path: 'infra/table.ts', text: "import { RemovalPolicy } from 'aws-cdk-lib';" },
    ];
    expect(listed(laptopReachesNoCdk(files))).toEqual([
      'infra/table.ts:1 infra/local reaches aws-cdk-lib through this file',
    ]);
  });
});

describe('zod is imported whole, so that the bundler can leave out what is not used', () => {
  test('the tree does so', () => {
    expect(listed(zodNamespace(theTree))).toEqual([]);
  });

  test.each(["import { z } from 'zod';", "import z from 'zod';", "import * as z from 'zod/mini';"])(
    'not %s',
    (text) => {
      expect(judge(zodNamespace, 'shared/kernel/id.ts', text)).toHaveLength(1);
    },
  );
});
