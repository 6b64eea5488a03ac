import { beforeAll, describe, expect, test } from 'vitest';
import {
  aBan,
  aClient,
  aRequest,
  declared,
  onProvision,
  prepare,
  requested,
  rulesOf,
} from '../support/disclosures.ts';
import { finished } from '../support/documents.ts';
import { testWorld, type Worker } from '../support/world.ts';

/**
 * Luovutus lain nojalla (703/2023 §§ 53–63): to whom and for what each provision lets data be given without a permit, and
 * whether a ban of the client stands against it. What is given to parties, representatives and after a death, and the
 * exchange of an activation plan, have journeys of their own.
 */

const IN_WRITING = { form: 'written', paperId: '01KBN4PZ00000000000000000A' };

let worker: Worker;
let clientId: Awaited<ReturnType<typeof aClient>>;
let pieces: object[];
beforeAll(async () => {
  const world = await testWorld();
  worker = await world.worker('broadResponsibility');
  clientId = await aClient(world, worker);
  pieces = [{ kind: 'document', id: await finished(worker, clientId) }];
  await declared(worker, clientId, aBan());
});

const tried = async (
  key: string,
  requester: string,
  purpose: string,
  more: object = {},
  said: object = {},
) => {
  const body = aRequest({ ...IN_WRITING, requester, purpose, name: 'Esimerkkilän saaja', ...more });
  return prepare(worker, await requested(worker, clientId, body), onProvision(key, pieces, said));
};
const OWN = { initiative: 'own', form: undefined, paperId: undefined };

// biome-ignore format: a table, one row a line
describe.each([
  // 53 § 1 mom.: who takes part in a joint service; 6 mom. and 55 § 2 mom.: who cannot assess a permit, unless it was banned
  { key: 'jointService', to: ['publicHealthProvider', 'privateSocialProvider'], for: 'careOfClient', notTo: 'police', condition: false, despiteBan: true },
  { key: 'healthWithoutPermit', to: ['publicHealthProvider', 'privateHealthProvider'], for: 'careOfClient', notTo: 'publicSocialProvider', condition: true, despiteBan: false },
  { key: 'socialWithoutPermit', to: ['publicSocialProvider', 'privateSocialProvider'], for: 'careOfClient', notTo: 'publicHealthProvider', condition: true, despiteBan: false },
  // 56 §: another provider, or any other authority, Finnish or foreign; for care, and for a livelihood, despite a ban
  { key: 'securingCare', to: ['publicSocialProvider', 'privateHealthProvider', 'employmentAuthority', 'police', 'otherAuthority', 'person'], for: 'careOfClient', notTo: undefined, condition: true, despiteBan: true },
  { key: 'securingCare', to: ['kela'], for: 'benefit', notTo: 'party', condition: true, despiteBan: true },
  { key: 'policeThreat', to: ['police'], for: 'threatAssessment', notTo: 'prosecutor', condition: true, despiteBan: true },
  // 63 §
  { key: 'authorityProceedings', to: ['court', 'otherAuthority'], for: 'courtProceedings', notTo: 'organisation', condition: true, despiteBan: true },
  { key: 'benefitAbuse', to: ['kela', 'otherAuthority'], for: 'benefit', notTo: 'police', condition: true, despiteBan: true },
  { key: 'graveCrime', to: ['police', 'prosecutor', 'court'], for: 'crimeInvestigation', notTo: 'kela', condition: true, despiteBan: true },
  { key: 'crimeOwnInitiative', to: ['police', 'prosecutor', 'court'], for: 'crimeInvestigation', notTo: 'kela', condition: true, despiteBan: true },
  { key: 'checkingData', to: ['otherAuthority', 'kela', 'publicHealthProvider'], for: 'authorityTask', notTo: 'person', condition: true, despiteBan: true },
  { key: 'statementToKela', to: ['kela'], for: 'benefit', notTo: 'otherAuthority', condition: true, despiteBan: true },
  { key: 'statistics', to: ['thl'], for: 'statistics', notTo: 'otherAuthority', condition: false, despiteBan: true },
])('$key, $for', ({ key, to, for: purpose, notTo, condition, despiteBan }) => {
  const against = despiteBan ? [] : ['disclosure.banned'];

  test.each(to)('gives to %s', async (requester) => {
    expect(rulesOf(await tried(key, requester, purpose))).toEqual(against);
  });

  test('and to nobody else, for nothing else, and on its condition alone', async () => {
    const [first = ''] = to;
    const wrongly = rulesOf(await tried(key, first, 'asRecorded'));
    expect(wrongly).toEqual(['disclosure.provisionFits', ...against]);
    if (notTo !== undefined) {
      expect(rulesOf(await tried(key, notTo, purpose))).toContain('disclosure.provisionFits');
    }
    const unsaid = rulesOf(await tried(key, first, purpose, {}, { condition: undefined }));
    expect(unsaid).toEqual([...(condition ? ['disclosure.conditionMet'] : []), ...against]);
  });
});

test('what is told of an offence on request alone is not told of our own accord by that provision', async () => {
  expect(rulesOf(await tried('graveCrime', 'police', 'crimeInvestigation', OWN))).toEqual([
    'disclosure.onRequestOnly',
  ]);
  expect((await tried('crimeOwnInitiative', 'police', 'crimeInvestigation', OWN)).status).toBe(200);
});
