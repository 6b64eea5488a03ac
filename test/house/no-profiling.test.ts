import { describe, expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';
import { parseSource, resolveImport } from '../support/parse-source.ts';
import type { SourceFile } from '../support/source-files.ts';
import { theTree } from './the-tree.ts';

/** Ei automaattista päätöksentekoa eikä profilointia: what runs by itself neither decides nor judges anybody. */

const ISSUING = 'functions/decisions/issue-decision.ts';

const targetsOf = (file: SourceFile): string[] =>
  parseSource(file).imports.map(({ specifier }) => resolveImport(file.path, specifier) ?? specifier);

const product = theTree.filter(({ path }) => /^(functions|shared|infra)\//.test(path));
const importing = new Map(product.map((file) => [file.path, targetsOf(file)]));
const importersOf = (path: string): string[] =>
  [...importing].flatMap(([from, targets]) => (targets.includes(path) ? [from] : [])).toSorted();

/** Everything that a file leads to. */
function reached(from: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(importing.get(path) ?? []));
  }
  return seen;
}

/**
 * What runs without anybody’s call, and what it does with the data of persons. A run that is added is added here by
 * somebody who has looked whether it decides anything of a person, or evaluates, ranks or predicts one.
 */
const RUNS: Readonly<Record<string, string>> = {
  'access-rights/run-daily': 'replaces the passwords of officials that are over their age',
  'access-log/on-planted': 'notes that an event of nobody, dropped on purpose, was delivered after all',
  'access-log/run-searches': 'finds lines of the sealed log that an official asked for',
  'access-log/run-signs':
    'shows a reviewer what workers’ use of the log has that a person is to look into; of clients it judges nothing, and nothing follows by itself',
  'appointments/run-hourly': 'hands on messages that officials have booked',
  'attachments/on-reclassed': 'moves attachments into the class that a correction gave their owner',
  'attachments/on-removed': 'takes away the objects of what an official removed',
  'attachments/on-upload': 'seals a file that an official sent, after the scanner’s word of it',
  'attachments/run-tidy': 'takes away uploads that nobody finished',
  'clients/on-client-named': 'writes the words of a name into the index',
  'deadlines/run-daily':
    'tells a supervisor which times set by law have passed, and a proposer which transfers wait',
  'retention/on-event-known': 'counts from when the law’s periods run for what is closed',
  'retention/run-dispose': 'destroys what two officials have approved, by the periods of the law',
  'retention/run-gather': 'lists what the periods of the law say is due, for officials to decide on',
  'statistics/run-months': 'keeps the months that are over as sums, with no figure of a person',
  'statistics/run-exports':
    'counts what was done, in sums of units and municipalities: no figure is of a person',
  'statistics/run-deliver': 'lays editions of these sums down as files',
  'documents/on-removed': 'takes away the objects of contents that nothing names any more',
};

const runs = modules.flatMap(({ name, consumers, schedules = [], inbox }) =>
  [...consumers, ...schedules, ...(inbox === undefined ? [] : [inbox])].map(({ file }) => `${name}/${file}`),
);

describe('no decision is automated, and nobody is profiled', () => {
  test('a decision is issued in one act, which nothing but a route of an official leads to [U-12.1, H-6.4]', () => {
    const issues = product.filter(
      ({ path, text }) => path !== ISSUING && /issueDecision as issued\b/.test(text),
    );
    expect(issues.map(({ path }) => path)).toEqual([]);
    expect(importersOf(ISSUING)).toEqual(['functions/decisions/preparation-routes.ts']);
    for (const run of runs) {
      expect([run, reached(`functions/${run}.ts`).has(ISSUING)]).toEqual([run, false]);
    }
  });

  test('every run is known, and whoever added it has said that it judges nobody [U-12.1, H-6.4]', () => {
    expect(runs.toSorted()).toEqual(Object.keys(RUNS).toSorted());
  });

  test('nothing that is stored, asked for or answered is a score, rank, forecast or profile of a person [U-12.1, H-6.4]', () => {
    const EVALUATES =
      /^(.*(score|rating|ranking|riskLevel|riskClass|probability|likelihood|propensity|prediction|profile)s?|(predicted|estimated|inferred).*)$/i;
    const names = [
      ...JSON.stringify(openApiDocument(modules)).matchAll(/"(\w+)":/g),
      ...product
        .filter(({ path }) => /^shared\/domain\/.*model\.ts$|^shared\/statistics-fact\.ts$/.test(path))
        .flatMap(({ text }) => [...text.matchAll(/^\s+(\w+): /gm)]),
    ].flatMap(([, name]) => name ?? []);
    expect(names.length).toBeGreaterThan(1000);
    expect([...new Set(names)].filter((name) => EVALUATES.test(name))).toEqual([]);
    for (const name of ['riskScore', 'ranking', 'predictedNeed', 'profile']) expect(name).toMatch(EVALUATES);
  });
});
