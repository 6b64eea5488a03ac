import { expect } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { inventedCode, text } from './people.ts';
import type { Told, Worker, World } from './world.ts';

/** Permits, bans, consents and disclosures as workers record them over the API. */

export const disclosuresAt = (clientId: string): string => `/v1/disclosures/clients/${clientId}`;

/** A consent to give the families' services to one named recipient. */
export const aConsent = (more: object = {}) => ({
  kind: 'consent',
  consentFor: 'disclosure',
  scope: { of: 'serviceTasks', serviceTasks: ['families'] },
  giver: { by: 'client' },
  form: 'written',
  informedOn: '2026-11-20',
  givenOn: '2026-11-20',
  voluntary: true,
  information: 'Kerrottu tiedot, saaja, tarkoitus ja oikeus peruuttaa.',
  recipients: [{ kind: 'other', name: 'Kelan etuuskäsittelijä' }],
  purpose: 'Etuushakemuksen käsittely',
  ...more,
});

const { recipients: _recipients, purpose: _purpose, consentFor: _for, ...bare } = aConsent();
/** A ban on giving anything that the controller holds. */
export const aBan = (more: object = {}) => ({ ...bare, kind: 'ban', scope: { of: 'controller' }, ...more });
/** The permit for other providers of social welfare. */
export const aPermit = (more: object = {}) => ({
  ...bare,
  kind: 'permit',
  permitFor: 'socialWelfare',
  scope: { of: 'controller' },
  ...more,
});

export const declare = (worker: Worker, clientId: string, body: object): Promise<Told> =>
  worker.call('POST', `${disclosuresAt(clientId)}/declarations`, { body });

/** What is declared, expected to be recorded. @returns its id. */
export async function declared(worker: Worker, clientId: string, body: object): Promise<string> {
  const told = await declare(worker, clientId, body);
  expect(told.status, told.body).toBe(201);
  return text(told, 'declarationId');
}

export const withdraw = (
  worker: Worker,
  clientId: string,
  id: string,
  giver: object = { by: 'client' },
): Promise<Told> =>
  worker.call('POST', `${disclosuresAt(clientId)}/declarations/${id}/withdraw`, {
    body: { giver, form: 'oral' },
    version: 1,
  });

/** Somebody of the client's family or network. @returns the relation's id. */
export async function related(
  worker: Worker,
  clientId: string,
  given: string,
  more: object = {},
): Promise<string> {
  const relation = { roles: ['custodian'], person: { name: { family: 'Edustaja', given } }, ...more };
  const told = await worker.call('POST', `/v1/clients/${clientId}/network`, {
    body: { relation, source: { kind: 'client', channel: 'visit' } },
  });
  expect(told.status, told.body).toBe(201);
  return text(told, 'relationId');
}

let people = 0;
/** A client of the families' unit whom nobody else is called like. */
export function aClient(world: World, worker: Worker): Promise<ClientId> {
  people += 1;
  const letters = Array.from(String(people), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
  return newClient(world, worker, { name: `Keksitty${letters} Henkilö${letters}` });
}

let minors = 900;

/** A client of sixteen with two custodians. */
export async function minorWithCustodians(
  world: World,
  worker: Worker,
): Promise<{ clientId: ClientId; mother: string; father: string }> {
  minors += 1;
  const code = inventedCode(LocalDate.parse('2010-03-24'), minors);
  const clientId = await newClient(world, worker, {
    name: `Nuori${'abcdefghij'.charAt(minors % 10)} Noora`,
    code,
  });
  return {
    clientId,
    mother: await related(worker, clientId, 'Äiti'),
    father: await related(worker, clientId, 'Isä'),
  };
}

/** A minor's ban toward these, with all that makes it hold. */
export const aMinorsBan = (towards: string[], more: object = {}) => ({
  askedOn: '2026-11-24',
  towards,
  scope: { of: 'controller' },
  judged: { capable: true, weightyReason: true, againstInterest: false },
  reason: 'Pelkään, että isä suuttuu, jos hän lukee keskusteluistamme.',
  ageAndMaturity: 'Kuusitoistavuotias ymmärtää kiellon merkityksen.',
  natureOfMatter: 'Luottamuksellinen keskustelutuki.',
  ...more,
});

export const forbid = (worker: Worker, clientId: string, body: object): Promise<Told> =>
  worker.call('POST', `${disclosuresAt(clientId)}/minors-bans`, { body });

/** A request of Kela's benefit handler. */
export const aRequest = (more: object = {}) => ({
  initiative: 'request',
  receivedOn: '2026-11-24',
  form: 'electronic',
  requester: 'organisation',
  purpose: 'asRecorded',
  name: 'Kelan etuuskäsittelijä',
  asked: 'Syksyn 2026 palveluita koskeva yhteenveto.',
  ...more,
});

/** What makes a disclosure on this ground, of these pieces. */
export const onGround = (ground: object, pieces: object[], more: object = {}) => ({
  ground,
  pieces,
  thirdPersons: 'none',
  necessity: 'Etuutta ei voi ratkaista ilman yhteenvetoa.',
  ...more,
});
export const onConsent = (declarationId: string, pieces: object[], more: object = {}) =>
  onGround({ kind: 'consent', declarationId }, pieces, more);
export const onProvision = (key: string, pieces: object[], more: object = {}) =>
  onGround({ kind: 'provision', key }, pieces, { condition: 'Edellytys täyttyy tässä asiassa.', ...more });

/** A request on record. @returns the path of it. */
export async function requested(worker: Worker, clientId: string, body: object): Promise<string> {
  const told = await worker.call('POST', `${disclosuresAt(clientId)}/requests`, { body });
  expect(told.status, told.body).toBe(201);
  return `${disclosuresAt(clientId)}/requests/${text(told, 'disclosureId')}`;
}

export const prepare = (worker: Worker, path: string, body: object, version = 1): Promise<Told> =>
  worker.call('POST', `${path}/prepare`, { body, version });
export const send = (worker: Worker, path: string, version = 2): Promise<Told> =>
  worker.call('POST', `${path}/send`, { body: { way: 'secureMessage' }, version });

/** The rules that were found to be broken. */
export const rulesOf = (told: Told): string[] => {
  const findings: { rule: string }[] = told.json['findings'] ?? [];
  return findings.map(({ rule }) => rule);
};
