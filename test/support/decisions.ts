import * as z from 'zod';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../shared/domain/controllers/settings/settings.ts';
import { officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import type { CaseId, ClientId, PostId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpPosts, setUpRecord, setUpUnits } from '../../shared/setup.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { CONTACT } from './contact.ts';
import type { GrantOverrides, Told, Worker, World } from './world.ts';

/** Decisions and the powers to make them, over the API. */

/** A row of the delegation table as the main user writes it: decisions of working-age services, to those who arrange. */
export const delegationBody = (more: Record<string, unknown> = {}) => ({
  kind: '11052',
  power: 'official',
  postIds: [],
  roles: ['arranging', 'broadResponsibility'],
  unitIds: [],
  socialServices: [],
  results: ['granting', 'rejecting', 'measure'],
  from: '2026-01-01',
  source: { body: 'Aluehallitus', decidedOn: '2025-12-15', section: '312 §' },
  ...more,
});

/** A post that the main user adds. @returns its id. */
export async function aPost(
  world: World,
  mainUser: Worker,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { controller, services } = world;
  await setUpUnits(
    services,
    controller,
    Object.values(world.units).map((unitId) => ({
      unitId,
      name: { fi: 'Keksitty yksikkö' },
      serviceTasks: [],
      from: LocalDate.parse('2020-01-01'),
    })),
    'test',
  ).catch(() => undefined);
  const told = await mainUser.call('POST', '/v1/controllers/posts', {
    body: {
      title: { fi: 'Sosiaalityöntekijä' },
      unitId: world.units.families,
      kind: 'office',
      professionalRole: 'socialWorker',
      from: '2020-01-01',
      ...more,
    },
  });
  if (told.status !== 201) throw new Error(`no post: ${told.body ?? ''}`);
  return String(told.json['postId']);
}

/** The controller says to whom its decisions are appealed. */
export async function appealsTold(
  { services, controller }: World,
  settings: ControllerSettings = defaultSettings,
): Promise<void> {
  const at = (title: string) => ({ ...officeOf(title), address: 'PL 1, 04400 Järvenpää' });
  await setUpRecord(
    services,
    {
      controllerId: controller,
      name: { fi: 'Keksitty rekisterinpitäjä' },
      address: 'Keksitty katu 1',
      phones: [],
    },
    {
      ...settings,
      appeals: {
        reviewBody: at('Yksilöasiainjaosto'),
        administrativeCourt: at('Helsingin hallinto-oikeus'),
        supremeCourt: at('Korkein hallinto-oikeus'),
      },
    },
    'test',
  );
}

type PostKind = {
  kind?: 'office' | 'employment';
  professionalRole?: 'socialWorker' | 'socialCounsellor' | 'none';
};

/** A worker whose post stands in the organisation. */
export async function workerInPost(
  world: World,
  role: JobRole,
  { post = {}, ...more }: GrantOverrides & { name?: string; post?: PostKind } = {},
): Promise<Worker & { postId: PostId }> {
  const { services, controller } = world;
  const worker = await world.worker(role, {
    serviceTasks: ['families', 'childWelfare', 'workingAge', 'disability', 'older', 'substance', 'familyLaw'],
    ...more,
  });
  const key = userKeys.powers(controller, worker.userId);
  const item = await getItem(services.tables, controller, 'records', key, PowersItem);
  if (item === undefined) throw new Error('no powers');
  const { postId } = item.powers;
  const { kind = 'office', professionalRole = 'socialWorker' } = post;
  await setUpPosts(
    services,
    controller,
    [
      {
        postId,
        title: { fi: 'Sosiaalityöntekijä' },
        unitId: world.units.families,
        kind,
        professionalRole,
        from: LocalDate.parse('2020-01-01'),
      },
    ],
    'test',
  );
  return { ...worker, postId };
}

/** A row of the delegation table, as the main user adds it. */
export async function delegated(world: World, more: Record<string, unknown> = {}): Promise<string> {
  const mainUser = await world.worker('mainUser');
  const told = await mainUser.call('POST', '/v1/decisions/delegations', { body: delegationBody(more) });
  if (told.status !== 201) throw new Error(`not delegated: ${told.body ?? ''}`);
  return String(told.json['delegationId']);
}

export const decisionsOf = (clientId: ClientId): string => `/v1/decisions/clients/${clientId}/decisions`;

/** What is planned: a year of social guidance. */
export const planBody = (more: Record<string, unknown> = {}) => ({
  result: 'granting',
  obliging: false,
  specialSupport: false,
  atOnce: false,
  socialServices: ['socialGuidance'],
  validity: { from: '2026-12-01', to: '2027-11-30' },
  plan: 'Myönnetään sosiaaliohjausta vuodeksi.',
  provisions: 'Sosiaalihuoltolaki 14, 16 ja 45 §',
  ...more,
});

export const prepare = (worker: Worker, clientId: ClientId, body: Record<string, unknown>): Promise<Told> =>
  worker.call('POST', decisionsOf(clientId), { body });

/** The text of a decision of working-age services, without what the act itself fills in. */
export const workingAgeText = (more: Record<string, unknown> = {}) => ({
  tyoikaisten_palvelupaatos: {
    paatos: {
      hakemuksen_kuvaus: 'Hakee apua arjen asioihin.',
      sosiaalipalvelu_jota_paatos_koskee: {
        sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', display: 'Sosiaaliohjaus' },
      },
      ratkaisu_ja_perustelut: 'Myönnetään, koska arjen hallinta on vaikeutunut.',
      lisatietojen_antaja: [CONTACT],
      ...more,
    },
  },
});

/** A draft of a decision's document, saved by its writer. @returns its id. */
export async function draftOf(
  worker: Worker,
  clientId: ClientId,
  of: { caseId: CaseId; kind?: string; version?: string; content?: unknown; serviceTasks?: string[] },
): Promise<string> {
  const { caseId, kind = '11052', version = '2023.9.8', content = workingAgeText() } = of;
  const told = await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, {
    body: {
      definitionOid: `1.2.246.537.6.1506.${kind}.${version}`,
      caseId,
      serviceTasks: of.serviceTasks ?? ['workingAge'],
      content,
    },
  });
  if (told.status !== 201) throw new Error(`no draft: ${told.body ?? ''}`);
  return String(told.json['draftId']);
}

/** An act on a decision from the version that stands now. */
export async function actOn(
  worker: Worker,
  at: string,
  what: string,
  body?: unknown,
  method = 'POST',
): Promise<Told> {
  const read = await worker.call('GET', at);
  return worker.call(method, what === '' ? at : `${at}/${what}`, {
    version: Number(read.json['version']),
    ...(body === undefined ? {} : { body }),
  });
}

export const ISSUE = { draftVersion: 1, impartial: true, signatureType: 'electronic' };

const WithConcerned = z.object({
  concerned: z.array(z.looseObject({ concernedId: z.string(), roles: z.array(z.string()) })),
});

/** Whose matter the decision is, as it is read. */
export const concernedIn = async (worker: Worker, at: string) =>
  WithConcerned.parse((await worker.call('GET', at)).json).concerned;
