import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import type { EntryTypeKey } from '../../shared/documents/entry-type.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import type { Told, Worker, World } from './world.ts';

/** Invented clients and entries for the journeys of the client narrative. */

const people = new WeakMap<World, number>();

/** A client of the families unit; with a relationship unless told otherwise. */
export async function newClient(
  world: World,
  worker: Worker,
  { name = 'Esimerkki Aino', code, related = true }: { name?: string; code?: string; related?: boolean } = {},
): Promise<ClientId> {
  const number = (people.get(world) ?? 0) + 1;
  people.set(world, number);
  const [family = '', given = ''] = name.split(' ');
  const { json } = await worker.call('POST', '/v1/clients', {
    body: {
      baseData: {
        name: { family, given },
        ...(code === undefined ? { temporaryId: `TILAP-${number}` } : { personalIdentityCode: code }),
      },
      source: { kind: 'client', channel: 'visit' },
      unitId: world.units.families,
    },
  });
  const clientId = ClientId.parse(json['clientId']);
  if (related) {
    await worker.call('POST', `/v1/clients/${clientId}/relationship/start`, {
      version: 1,
      body: { startedOn: '2026-11-20', responsibleUnitId: world.units.families, ownWorkerId: worker.userId },
    });
  }
  return clientId;
}

/** An entry as a worker writes it. */
export const anEntry = (more: Record<string, unknown> = {}, content: Record<string, unknown> = {}) => ({
  entryType: 'meetingOrContact',
  serviceTasks: ['families'],
  eventAt: '2026-11-24T08:30:00.000Z',
  content: {
    text: 'Kotikäynti sujui hyvin.',
    channel: 'homeVisit',
    source: { kind: 'client', channel: 'homeVisit' },
    ...content,
  },
  ...more,
});

/** What each kind needs beyond a text, for its national document to be final. */
export const ENTRY_NEEDS: Partial<Record<EntryTypeKey, Record<string, unknown>>> = {
  serviceStart: { socialServices: ['socialWork'] },
  serviceEnd: { socialServices: ['socialWork'] },
  restrictiveMeasure: {
    socialServices: ['institutionalCare'],
    details: {
      yksikko: { system: 'urn:oid:1.2.246.537.6.202', display: 'Perhetukikeskus' },
      rajoitustoimenpide: {
        millaista_tilannetta_kirjaaminen_koskee: {
          system: 'merkinta_rajoitustoimenpiteesta/millaista_tilannetta_kirjaaminen_koskee',
          code: '1',
          display: 'Ilman päätöstä tehdyn rajoituksen tietojen kirjaaminen',
        },
      },
    },
  },
  informationRequest: {
    details: { pyydetyt_tiedot: 'Koulun lausunto', tietojen_pyytamisen_paivamaara: '2026-11-24' },
  },
  disclosure: {
    details: {
      tietojen_vastaanottaja: { sukunimi: 'Laine', etunimet: 'Petri', organisaatio: 'Käräjäoikeus' },
      perustelu: 'Laki 703/2023 63 §',
      kayttotarkoitus_johon_tiedot_on_luovutettu: 'Huoltoriita',
    },
  },
};

export const write = (worker: Worker, clientId: string, entry: unknown = anEntry()): Promise<Told> =>
  worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: entry });

export const pageOf = (worker: Worker, clientId: string, query = ''): Promise<Told> =>
  worker.call('GET', `/v1/case-notes/clients/${clientId}${query}`);

const OPEN_CASE: Action = {
  name: 'test.openCase',
  title: { fi: 'Avaa asia', sv: 'Öppna ett ärende', en: 'Open a case' },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 37',
};

/** An open case of a client, as the cases module leaves it. */
export async function openTestCase(
  world: World,
  clientId: ClientId,
  more: Partial<Pick<CaseHead, 'serviceTasks' | 'unitId' | 'state'>> = {},
): Promise<CaseId> {
  const { services, controller, units } = world;
  const context = systemContext(services, controller, {
    action: OPEN_CASE,
    event: 'CaseOpened',
    ranBy: 'test',
  });
  const keys = await loadClientKeys(services.tables, controller, clientId);
  if (keys === undefined) throw new Error('The client has no keys.');
  const ring = keyRing(services, controller, keys);
  const caseId = CaseId.parse(newId(services));
  const by = { now: context.now, userId: context.actor.userId };
  const key = clientKeys.activeCase(controller, clientId, caseId);
  const caseKey = await ring.addCase(caseId, by);
  const head: CaseHead = {
    ...key,
    entity: 'case',
    ...created(context.now, context.actor.userId),
    caseId,
    clientId,
    clients: [clientId],
    joinedAt: context.now,
    state: 'open',
    serviceTasks: ['families'],
    documentClass: 'case',
    wayOfOpening: 'contact',
    initiator: 'client',
    openedAt: context.now,
    unitId: units.families,
    workerIds: [],
    content: await ring.seal(caseId, { table: 'records', ...key, attribute: 'content' }, 1, { name: 'Asia' }),
    ...more,
  };
  await commit(context, {
    changes: [
      { table: 'keys', put: caseKey, when: 'absent' },
      { put: head, when: 'absent' },
    ],
    line: { clients: [clientId], resources: [{ kind: 'case', id: caseId }], dataGroups: ['case'] },
    answer: { body: {} },
  });
  return caseId;
}

const Lines = z.object({
  lines: z.array(
    z.looseObject({
      eventName: z.string(),
      clients: z.array(z.string()),
      readOnly: z.boolean(),
      userIdentity: z.looseObject({ userId: z.string() }),
    }),
  ),
});

/** The client's log as the data protection officer reads it, the latest first. */
export async function logOf(world: World, clientId: ClientId): Promise<z.infer<typeof Lines>['lines']> {
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  world.clock.advance(1);
  const told = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
  return Lines.parse(told.json).lines;
}

export const Page = z.object({
  notes: z.array(z.looseObject({ noteId: z.string(), state: z.string(), entryType: z.string() })),
  next: z.string().optional(),
});
