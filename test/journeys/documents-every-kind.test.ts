import { expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../shared/documents/catalogue.ts';
import type { Definition } from '../../shared/documents/definition.ts';
import { finalisedBy } from '../../shared/domain/documents/document-kinds.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { leastSample } from '../support/document-sample.ts';
import { begin, finalise, opened } from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';

const CODE = inventedCode(LocalDate.parse('2012-03-24'), 910);

/** What is left to the writer: the least of the definition, without what the system knows. */
function writersPart(definition: Definition): Record<string, unknown> {
  const root: unknown = leastSample(definition)[definition.key];
  const known = new Set(['laatija', 'paivamaara', 'palvelutehtava', 'sosiaalipalvelu']);
  const fields = typeof root === 'object' && root !== null ? Object.entries(root) : [];
  const author = definition.author ?? '';
  // Of another's own document the author is the writer's to say, and so is a unit that has no record.
  const needsUnit = definition.fields.some(
    (field) =>
      field.key === 'laatija' &&
      field.type === 'group' &&
      field.fields.some(({ key, required }) => key === 'palveluyksikko' && required),
  );
  if (needsUnit || !/ammattihenkilö|lastenvalvoja|johtaja/i.test(author)) known.delete('laatija');
  return {
    [definition.key]: Object.fromEntries(
      fields
        .filter(([key]) => !known.has(key))
        .map(([key, value]) => [key, key === 'asiakas' ? withoutIdentity(value) : value]),
    ),
  };
}

const IDENTITY = /^(sukunimi|etunimet|henkilotunnus|tilapainen_yksilointitunnus|syntymaaika|turvakielto)$/;

/** Who the clients are, the files say. */
function withoutIdentity(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIdentity);
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => !IDENTITY.test(key)));
}

test('documents of every national kind that has no act of its own are drafted and made final alike [K-6.10, K-6.7]', {
  timeout: 120_000,
}, async () => {
  const world = await worldOf(PROFILES.K);
  const worker = await world.worker('broadResponsibility', { name: 'Leena Laaja' });
  const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code: CODE });
  const kinds = listDefinitions().filter((entry) => finalisedBy(entry) === undefined);
  expect(kinds.length).toBeGreaterThan(50);
  // What services are arranged by: commitments to pay, statements, referrals, requests for executive assistance.
  expect(kinds.map(({ typeOid }) => typeOid.split('.').at(-1))).toEqual(
    expect.arrayContaining(['9001', '7009', '8004', '10011']),
  );
  const refused: Record<string, string[]> = {};
  const made: string[] = [];
  for (const { oid, key } of kinds) {
    const definition = definitionOf(oid);
    if (definition === undefined) throw new Error(`no ${oid}`);
    const draft = await begin(worker, clientId, {
      definitionOid: oid,
      serviceTasks: ['families'],
      content: writersPart(definition),
    });
    expect([oid, draft.status]).toEqual([oid, 201]);
    const told = await finalise(worker, clientId, String(draft.json['draftId']));
    if (told.status === 201) {
      made.push(key);
      const { json } = await opened(worker, clientId, String(told.json['documentId']));
      expect(json).toMatchObject({
        definitionOid: oid,
        state: 'final',
        content: { [key]: expect.anything() },
      });
      continue;
    }
    const findings: { rule: string; severity: string }[] = told.json['findings'] ?? [];
    refused[oid] = [
      ...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)),
    ];
  }
  // What services are arranged by, beside decisions: payment commitment, statement, referral, executive assistance.
  expect(made).toEqual(
    expect.arrayContaining([
      'sosiaalihuollon_maksusitoumus',
      'sosiaalihuollon_lausunto',
      'sosiaalihuollon_lahete',
      'virka_apupyynto',
    ]),
  );
  expect(Object.keys(refused).filter((oid) => /\.(9001|7009|8004|10011)\./.test(oid))).toEqual([]);
  // Only what an operator has to load first keeps a kind from being made final.
  for (const [oid, rules] of Object.entries(refused)) {
    expect([oid, rules]).toEqual([oid, ['document.fixedTextNotLoaded']]);
  }
  expect(Object.keys(refused).length).toBeLessThanOrEqual(17);
});
