import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { SocialService } from '../../shared/domain/social-services.ts';
import { type CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, openTestCase, write } from '../support/case-notes.ts';
import { inventedCode, recordPerson } from '../support/people.ts';
import type { Told, Worker, World } from '../support/world-over.ts';

/** A worker at her work: one client of hers with three cases and a narrative, sizes as in `floor.ts`. */
export type Stage = {
  world: World;
  worker: Worker;
  clientId: ClientId;
  /** The client's identity code. */
  code: string;
  caseId: CaseId;
  /** Id of the client's data key: to forget it is to have it cold. */
  keyId: string;
};

/** Words of an entry: with what stands around them, a note of 2 000 bytes and a draft's body of 8 000. */
const SENTENCE = 'Käynnillä keskusteltiin arjen sujumisesta, ja seuraavasta tapaamisesta sovittiin. ';
const textOf = (bytes: number): string => SENTENCE.repeat(Math.ceil(bytes / SENTENCE.length)).slice(0, bytes);
const NOTE_TEXT = textOf(950);
const DRAFT_TEXT = textOf(7_200);

let people = 0;

/** Nobody's: the artificial range, a birthday for each hundred. */
export function nextCode(): string {
  people += 1;
  const day = String((Math.floor(people / 100) % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(people / 2_800) % 12) + 1).padStart(2, '0');
  const year = 1950 + (Math.floor(people / 33_600) % 50);
  return inventedCode(LocalDate.parse(`${year}-${month}-${day}`), 900 + (people % 100));
}

const SYLLABLES = ['ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti', 'vo', 'hy', 'jä', 'lö'];

/** A family name nobody bears: names that share their beginnings would find each other. */
function nextFamily(): string {
  let left = people * 7_919;
  const syllables = Array.from({ length: 4 }, () => {
    const syllable = SYLLABLES[left % SYLLABLES.length] ?? '';
    left = Math.floor(left / SYLLABLES.length);
    return syllable;
  });
  return `${syllables.join('')}nen`;
}

/** A person with the base data that most have. */
export const person = (code: string): Record<string, unknown> => ({
  name: { family: nextFamily(), given: 'Aino Maria Helmi' },
  personalIdentityCode: code,
  homeMunicipality: '186',
  motherTongue: 'fi',
  serviceLanguage: 'fi',
  occupation: 'lähihoitaja',
  workplace: 'Keksityn kaupungin kotihoito',
  addresses: [{ street: 'Mallitie 12 B 34', postalCode: '04400', postOffice: 'Järvenpää' }],
  phones: ['+358401234567'],
});

export const entryOf = (caseId: CaseId): Record<string, unknown> =>
  anEntry({ caseId }, { text: NOTE_TEXT, participants: ['Aino Esimerkki, asiakas'] });

export const draftOf = (caseId: CaseId): Record<string, unknown> =>
  anEntry({ caseId }, { text: DRAFT_TEXT, participants: ['Aino Esimerkki, asiakas'] });

/** An answer of another kind than the act's own would be measured as a fast one. */
export function expectStatus(told: Told, status: number): Told {
  if (told.status !== status) throw new Error(`Answered ${told.status}, not ${status}: ${told.body ?? ''}`);
  return told;
}

export async function setStage(world: World, notes = 25): Promise<Stage> {
  const services = SocialService.options.slice(0, 60);
  const worker = await world.worker('broadResponsibility', { services, relatedServices: services });
  const { clientId, code } = await newRelatedClient(world, worker);
  const cases = [await openTestCase(world, clientId)];
  while (cases.length < 3) cases.push(await openTestCase(world, clientId));
  const [caseId] = cases;
  if (caseId === undefined) throw new Error('There is no case.');
  for (let count = 0; count < notes; count += 1) {
    world.clock.advance(1);
    expectStatus(await write(worker, clientId, entryOf(caseId)), 201);
    // Words are merged by eights: when many come at once, how many a merge finds hangs on the machine.
    await world.drained();
  }
  const keys = await loadClientKeys(world.services.tables, world.controller, clientId);
  if (keys === undefined) throw new Error('The client has no keys.');
  return { world, worker, clientId, code, caseId, keyId: keys.client.keyId };
}

export async function newRelatedClient(
  world: World,
  worker: Worker,
): Promise<{ clientId: ClientId; code: string }> {
  const code = nextCode();
  const clientId = ClientId.parse(await recordPerson(world, worker, person(code)));
  const started = await worker.call('POST', `/v1/clients/${clientId}/relationship/start`, {
    version: 1,
    body: { startedOn: '2026-11-20', responsibleUnitId: world.units.families, ownWorkerId: worker.userId },
  });
  expectStatus(started, 200);
  return { clientId, code };
}
