import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../../shared/domain/controllers/settings/catalogue.ts';
import { defaultSettings } from '../../../shared/domain/controllers/settings/settings.ts';
import { projectRoot, typescriptFiles } from '../../support/source-files.ts';

/** Where each setting acts: a file that decides by it, and the word by which it is read there. */
const ACTS: Readonly<Record<string, readonly [path: string, word: string]>> = {
  'C-01': ['shared/domain/controllers/rules.ts', 'municipalities'],
  'C-02': ['shared/domain/services/modules.ts', 'registers'],
  'C-03': ['shared/domain/data-subject-requests/may-object.ts', 'legalBases'],
  'C-04': ['shared/access/client-permission.ts', 'requireClientPermission'],
  'C-05': ['shared/domain/services/modules.ts', 'settings.services.enabled'],
  'C-06': ['functions/clients/must-be-recorded.ts', 'client'],
  'C-07': ['shared/domain/clients/from-register.ts', 'updateProtectedAddress'],
  'C-08': ['shared/domain/disclosures/judge-source.ts', 'settings.sources.grounds'],
  'C-09': ['shared/domain/disclosures/may-disclose.ts', 'requestForm'],
  'C-10': ['shared/domain/disclosures/may-disclose.ts', 'byConsent'],
  'C-11': ['shared/domain/disclosures/may-disclose.ts', 'thirdCountry'],
  'C-13': ['shared/access/own-file.ts', 'eServices'],
  'C-15': ['functions/access-rights/age-passwords.ts', 'passwordMaxAgeDays'],
  'C-16': ['functions/access-rights/must-have-committed.ts', 'requireCommitment'],
  'C-17': ['shared/access/by-administration.ts', 'mainUserScope'],
  'C-18': ['shared/access/granting/rules.ts', 'deputyTermRequired'],
  'C-19': ['functions/access-log/reported-lines.ts', 'reportScope'],
  'C-20': ['shared/domain/retention/examine-case.ts', 'retention.rules'],
  'C-21': ['functions/data-subject-requests/record-request.ts', 'addressee'],
  'C-22': ['shared/domain/data-subject-requests/judge-recorded.ts', 'acceptedForms'],
  'C-23': ['functions/data-subject-requests/extend-time.ts', 'extensionMonths'],
  'C-24': ['shared/domain/data-subject-requests/fee.ts', 'feePolicy'],
  'C-25': ['shared/domain/data-subject-requests/judge-decision.ts', 'refusalGrounds'],
  'C-26': ['shared/domain/data-subject-requests/deciders.ts', 'correction'],
  'C-28': ['shared/domain/data-subject-requests/judge-decision.ts', 'erasure: { mode }'],
  'C-29': ['shared/domain/data-subject-requests/judge-decision.ts', 'restriction'],
  'C-30': ['shared/domain/data-subject-requests/deciders.ts', 'refusalIssuer'],
  'C-31': ['shared/domain/data-subject-requests/letter.ts', 'complaintText'],
  'C-32': ['functions/clients/start-relationship.ts', 'informing.atRelationshipStart'],
  'C-33': ['functions/papers/must-be-kept.ts', 'paper'],
  'C-34': ['shared/domain/providers/contract-rules.ts', 'requireProcessingAnnex'],
  'C-37': ['shared/domain/statistics/make-edition.ts', 'recipients.includes'],
  'C-38': ['functions/services/open-service.ts', 'requiredFor'],
  'C-40': ['shared/domain/controllers/settings/settings.ts', 'hasRoute'],
  'C-41': ['functions/disclosures/research-permits.ts', 'permitGrantors'],
  'C-43': ['shared/domain/notices/transitions.ts', 'approvalChain'],
  'C-44': ['shared/domain/intake/rules.ts', 'of.channels'],
  'C-45': ['functions/access-rights/record-commitment.ts', 'commitment'],
  'C-46': ['shared/domain/disclosures/judge-source.ts', 'settings.sources.financialInstitution'],
};

/** What is told to readers of the notice and decides nothing by itself, and why. */
const TOLD: Readonly<Record<string, readonly [path: string, word: string, why: string]>> = {
  'C-12': [
    'shared/domain/notices/sentences/sources.ts',
    'settings.integrations',
    'no connection is built: the notice says that an official carries the data',
  ],
  'C-14': [
    'shared/domain/notices/sentences/safety.ts',
    'auth.methods',
    'the pool of users is set by the deployment',
  ],
  'C-35': [
    'shared/domain/notices/sentences/recipients.ts',
    'payments.route',
    'payments are not built: the notice says that they are made elsewhere',
  ],
  'C-36': [
    'shared/domain/notices/sentences/recipients.ts',
    'invoicing.enabled',
    'invoicing is not built: the notice says that it is done elsewhere',
  ],
  'C-42': [
    'shared/domain/notices/sentences/rights.ts',
    'minors.denial',
    'the law gives it to every minor: always on',
  ],
};

test('every setting acts somewhere, or is told to readers and says why it decides nothing', () => {
  const places = [ACTS, TOLD].flatMap((table) => Object.keys(table));
  expect(places.toSorted()).toEqual(Object.keys(SETTINGS).toSorted());
  for (const [id, [path, word]] of [...Object.entries(ACTS), ...Object.entries(TOLD)]) {
    expect([id, readFileSync(join(projectRoot, path), 'utf8').includes(word)]).toEqual([id, true]);
  }
});

/** Values that no code reads, and why they are chosen all the same. */
const UNREAD: Readonly<Record<string, string>> = {
  'population.schedule': 'updates from the population register are not built',
  'population.weekday': 'the same',
};

/** The places of a settings object that hold a value; of a list of things, what each of them holds. */
function placesOf(value: unknown, path: string[] = []): string[] {
  const [first] = Array.isArray(value) ? value : [value];
  if (typeof first !== 'object' || first === null) return [path.join('.')];
  return Object.entries(first).flatMap(([member, inner]) => placesOf(inner, [...path, member]));
}

test('no value of the settings lies unread: code outside the settings names it, or it is said why not', () => {
  const elsewhere = [...typescriptFiles('shared'), ...typescriptFiles('functions')]
    .filter(({ path }) => !/controllers\/(?:settings|profiles)\/|api-client/.test(path))
    .map(({ text }) => text)
    .join('\n');
  const words = new Set(elsewhere.match(/\w+/g));
  const unread = placesOf(defaultSettings).filter((place) => !words.has(place.split('.').at(-1) ?? ''));
  // A word that others use as well is asked for by the whole of what it stands in.
  const common = Object.keys(UNREAD).filter((place) => !elsewhere.includes(place));
  expect([...new Set([...unread, ...common])].toSorted()).toEqual(Object.keys(UNREAD));
});
