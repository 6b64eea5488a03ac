import { beforeAll, describe, expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../shared/documents/catalogue.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import type { SocialService } from '../../shared/domain/social-services.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, askForService } from '../support/client-services.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  actOn,
  decisionsOf,
  delegated,
  planBody,
  prepare,
  workerInPost,
  workingAgeText,
} from '../support/decisions.ts';
import { leastSample } from '../support/document-sample.ts';
import { factsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import { inventedCode } from '../support/people.ts';
import { profileOf, SERVICE_ROWS, type ServiceRowOfNotice } from '../support/service-rows.ts';
import type { Worker, World } from '../support/world.ts';

type Setting = { world: World; worker: Worker; decider: Worker; clientId: ClientId };
type Settings = typeof defaultSettings;

const at = (title: string) => ({ ...officeOf(title), address: 'PL 1, 04400 Järvenpää' });
const APPEALS = {
  reviewBody: at('Yksilöasiainjaosto'),
  administrativeCourt: at('Helsingin hallinto-oikeus'),
  supremeCourt: at('Korkein hallinto-oikeus'),
};

async function setting(settings: Settings): Promise<Setting> {
  const world = await worldOf({ ...settings, appeals: APPEALS });
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Pia Valmistelija' });
  const decider = await workerInPost(world, 'broadResponsibility', { name: 'Leena Laaja' });
  const kinds = new Set(
    Object.values(SERVICE_ROWS).flatMap((rows) => rows.flatMap(({ kind }) => kind ?? [])),
  );
  for (const kind of kinds) {
    const power = kind === '11053' ? 'disability' : 'official';
    await delegated(world, { kind, power, postIds: [decider.postId], roles: [] });
  }
  const code = inventedCode(LocalDate.parse('2010-05-05'));
  return { world, worker, decider, clientId: await newClient(world, worker, { code }) };
}

/** The least that the document of a decision says beside what the act itself fills in. */
function textOf(kind: DecisionKind) {
  const entry = listDefinitions().find(({ typeOid }) => typeOid === `1.2.246.537.6.1506.${kind}`);
  const definition = entry === undefined ? undefined : definitionOf(entry.oid);
  if (definition === undefined) throw new Error(`no definition of ${kind}`);
  if (kind === '11052') return { definitionOid: definition.oid, content: workingAgeText() };
  const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
  return { definitionOid: definition.oid, content: { [definition.key]: rest } };
}

const planOf = ({ services, kind }: ServiceRowOfNotice, caseId: CaseId, draftId?: string) => ({
  caseId,
  kind,
  ...planBody({ socialServices: services, validity: { from: '2026-11-24', to: '2027-11-23' } }),
  ...(draftId === undefined ? {} : { draftId }),
});

/** Prepared, heard, decided by who has the power, and sent by letter. @returns what the services rest on. */
async function granted({ worker, decider, clientId }: Setting, row: ServiceRowOfNotice, caseId: CaseId) {
  if (row.kind === undefined) return { kind: 'guidance' };
  const draft = { caseId, serviceTasks: [row.task], ...textOf(row.kind) };
  const { draftId } = done(
    await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body: draft }),
  );
  const { decisionId } = done(await prepare(worker, clientId, planOf(row, caseId, String(draftId))));
  const decision = `${decisionsOf(clientId)}/${String(decisionId)}`;
  const concerned: { concernedId: string }[] = (await worker.call('GET', decision)).json['concerned'] ?? [];
  const heard = { state: 'answered', way: 'meeting', askedOn: '2026-11-24', answeredOn: '2026-11-24' };
  for (const { concernedId } of concerned) {
    done(await actOn(worker, decision, `concerned/${concernedId}/hear`, { ...heard, words: 'Hyväksyy.' }));
  }
  done(await actOn(worker, decision, 'propose', { to: decider.userId }));
  const issue = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  const { documentId } = done(await actOn(decider, decision, 'issue', issue));
  for (const { concernedId } of concerned) {
    done(await actOn(worker, decision, 'services', { concernedId, way: 'letter' }));
  }
  return { kind: 'decision', decisionId, documentId };
}

const NEEDS = (socialService: SocialService) =>
  socialService === 'otherService' ? { content: { name: 'Muuttoapu', need: 'Muutto uuteen kotiin' } } : {};

/** From an opened case to a decision, its implementation, evaluation and end, with an entry of the narrative. */
async function walked(of: Setting, row: ServiceRowOfNotice): Promise<void> {
  const { world, worker, decider, clientId } = of;
  const caseId = await openedCase(world, worker, clientId, {
    wayOfOpening: 'application',
    serviceTasks: [row.task],
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
  });
  const basis = await granted(of, row, caseId);
  for (const socialService of row.services) {
    const asked = { serviceTask: row.task, socialService, basis, validFrom: '2026-11-24' };
    const opened = await askForService(worker, clientId, caseId, { ...asked, ...NEEDS(socialService) });
    const service = String(opened.headers['location']);
    done(opened);
    done(await actOnService(worker, service, 'start', 1, { startedOn: '2026-11-24' }));
    const delivery = { on: '2026-11-24', hundredths: 100, unit: 'visits' };
    done(await worker.call('POST', `${service}/deliveries`, { body: delivery }));
    done(await actOnService(worker, service, 'evaluate', 2, { on: '2026-11-24', result: 'goalsReached' }));
    const end = { endedOn: '2026-11-24', endGround: 'goalsReached' };
    done(await actOnService(worker, service, 'end', 3, end));
  }
  done(await write(worker, clientId, anEntry({ caseId, serviceTasks: [row.task] })));
}

const settings = new Map<string, Setting>();
let off: Setting;

/** The rows are kept by the profile that promises them, and nothing of them is offered where it is switched off. */
async function provide(...rowIds: string[]): Promise<void> {
  let expected = 0;
  const before = new Map<Setting, number>();
  for (const rowId of rowIds) {
    const letter = profileOf(rowId);
    const own = settings.get(letter) ?? (await setting(PROFILES[letter]));
    settings.set(letter, own);
    if (!before.has(own)) before.set(own, await openedIn(own));
    expected += (SERVICE_ROWS[rowId] ?? []).flatMap(({ services }) => services).length;
    for (const row of SERVICE_ROWS[rowId] ?? []) {
      await walked(own, row);
      await expectOff(row);
    }
  }
  // Each is counted once (J-1.24).
  for (const [own, count] of before) expect((await openedIn(own)) - count).toBe(expected);
}

const openedIn = async ({ world }: Setting): Promise<number> =>
  (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'serviceOpened').length;

async function expectOff(row: ServiceRowOfNotice): Promise<void> {
  const { world, worker, clientId } = off;
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: [row.task] });
  if (row.kind !== undefined) {
    expect(await prepare(worker, clientId, planOf(row, caseId))).toMatchObject({
      status: 409,
      json: { code: 'service.notEnabled' },
    });
  }
  for (const socialService of row.services) {
    const asked = { serviceTask: row.task, socialService, ...NEEDS(socialService) };
    expect(await askForService(worker, clientId, caseId, asked)).toMatchObject({
      json: { code: 'service.notEnabled' },
    });
  }
}

beforeAll(async () => {
  off = await setting({ ...defaultSettings, services: { enabled: [] } });
});

describe('a service of a notice is opened, decided, carried out, evaluated and ended where it is in use, and refused where not:', {
  timeout: 240_000,
}, () => {
  test('social work, guidance, rehabilitation, mobility and home care [U-4.3, U-4.4, U-4.5, U-4.6, U-4.7]', () =>
    provide('U-4.3', 'U-4.4', 'U-4.5', 'U-4.6', 'U-4.7'));
  test('home service, another necessary service, social assistance, rehabilitative work, refugees [U-4.8, U-4.9, U-4.10, U-4.11, U-4.12]', () =>
    provide('U-4.8', 'U-4.9', 'U-4.10', 'U-4.11', 'U-4.12'));
  test('work of disabled people, substance services, advice, family work, after-care [U-4.16, U-4.17, U-4.18, U-4.19, U-4.27]', () =>
    provide('U-4.16', 'U-4.17', 'U-4.18', 'U-4.19', 'U-4.27'));
  test('the establishing of paternity and the support for informal care [U-4.29, U-4.39]', () =>
    provide('U-4.29', 'U-4.39'));
  test('social assistance and the services of four laws [J-1.6, J-1.7, J-1.8, J-1.9, J-1.10]', () =>
    provide('J-1.6', 'J-1.7', 'J-1.8', 'J-1.9', 'J-1.10'));
  test('mental health, employment, other adult social work and school social work [J-1.11, J-1.14, J-1.15, J-1.16]', () =>
    provide('J-1.11', 'J-1.14', 'J-1.15', 'J-1.16'));
  test('the services of adults and of children and families in Huittinen [H-7.5, H-7.6, H-7.11, H-7.12]', () =>
    provide('H-7.5', 'H-7.6', 'H-7.11', 'H-7.12'));
  test('guidance, adults’ services, the family centre [K-5.3, K-5.6, K-5.7, K-5.8, K-5.9]', () =>
    provide('K-5.3', 'K-5.6', 'K-5.7', 'K-5.8', 'K-5.9'));
  test('counselling, youth, child welfare, substance and mental health services [K-5.10, K-5.11, K-5.13, K-5.14]', () =>
    provide('K-5.10', 'K-5.11', 'K-5.13', 'K-5.14'));
  test('disability services and those of older people at home [K-5.15, K-5.16, K-5.17, K-5.18]', () =>
    provide('K-5.15', 'K-5.16', 'K-5.17', 'K-5.18'));
  test('informal care, family care and round-the-clock services [K-5.19, K-5.20]', () =>
    provide('K-5.19', 'K-5.20'));
});
