import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import { restsOn } from '../../shared/domain/services/rests-on.ts';
import { SocialService, socialServiceOf } from '../../shared/domain/social-services.ts';
import type { CaseId } from '../../shared/kernel/id.ts';
import { openedCase, storedCase } from '../support/cases.ts';
import { askForService } from '../support/client-services.ts';
import { PROFILES } from '../support/controllers.ts';
import { decisionsOf, planBody, prepare } from '../support/decisions.ts';
import { listed } from '../support/documents.ts';
import { factsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import { readRequirements } from '../support/requirement-rows.ts';
import { keyOf, profileOf, SERVICE_ROWS, type Work, worksOfAll } from '../support/service-rows.ts';
import {
  closed,
  NEEDS,
  type Office,
  officeOf,
  planOf,
  type Worked,
  worked,
} from '../support/worked-services.ts';

/**
 * The 77 service rows of the notices. Each work of theirs is done once, in one office where every service is in use, and
 * asked for once in another where none is; a row is then held to what came of its own works.
 */

const Service = z.looseObject({
  clientServiceId: z.string(),
  serviceTask: z.string(),
  socialService: z.string(),
});
type Service = z.infer<typeof Service>;
const Ended = z.object({ services: z.array(Service), next: z.string().optional() });

const works = worksOfAll();
const kinds = new Set(works.flatMap((work) => kindOf(work) ?? []));
const nameOf = (work: Work, socialService: string): string => `${work.task} ${socialService} ${keyOf(work)}`;

let office: Office;
let served: Map<string, { work: Worked; service: Service }>;
const refused = new Map<string, string>();

function kindOf({ by }: Work): DecisionKind | undefined {
  if ('decision' in by) return by.decision;
  return 'agreement' in by ? by.confirmedBy : undefined;
}

async function workAll(): Promise<void> {
  office = await officeOf(defaultSettings, [...kinds]);
  const earlier = new Map<DecisionKind, { decisionId: string; documentId: string; caseId: CaseId }>();
  const all: Worked[] = [];
  for (const work of works) {
    const one = await worked(office, work, earlier);
    all.push(one);
    for (const [kind, made] of one.decisions) earlier.set(kind, { ...made, caseId: one.caseId });
  }
  await closed(office, all);
  const services = await endedServices();
  served = new Map(
    all.flatMap((one) =>
      services
        .filter(
          ({ caseId, socialService }) =>
            caseId === one.caseId && one.work.services.some((name) => name === socialService),
        )
        .map((service) => [nameOf(one.work, service.socialService), { work: one, service }] as const),
    ),
  );
}

async function endedServices(cursor?: string): Promise<Service[]> {
  const at = `/v1/services/clients/${office.clientId}/ended${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`;
  const { services, next } = Ended.parse(done(await office.worker.call('GET', at)));
  return next === undefined ? services : [...services, ...(await endedServices(next))];
}

/** Where none is in use, nothing is decided of them and none is opened. */
async function askAll(): Promise<void> {
  const { world, worker, clientId } = await officeOf({ ...defaultSettings, services: { enabled: [] } }, []);
  const cases = new Map<string, CaseId>();
  for (const work of works) {
    const serviceTasks = [work.task];
    const caseId = cases.get(work.task) ?? (await openedCase(world, worker, clientId, { serviceTasks }));
    cases.set(work.task, caseId);
    const kind = kindOf(work);
    if (kind !== undefined) {
      const told = await prepare(worker, clientId, planOf(work, kind, caseId));
      refused.set(keyOf(work), String(told.json['code']));
    }
    for (const socialService of work.services) {
      const asked = {
        serviceTask: work.task,
        socialService,
        basis: { kind: 'guidance' },
        ...NEEDS(socialService),
      };
      const told = await askForService(worker, clientId, caseId, asked);
      refused.set(nameOf(work, socialService), String(told.json['code']));
    }
  }
}

/** A row is kept when each of its services went the whole way, and is offered nowhere where it is not in use. */
async function expectKept(...rowIds: string[]): Promise<void> {
  for (const rowId of rowIds) {
    for (const work of SERVICE_ROWS[rowId] ?? []) {
      for (const socialService of work.services) {
        expect(PROFILES[profileOf(rowId)].services.enabled, rowId).toContain(socialService);
        const found = served.get(nameOf(work, socialService));
        expect(found, `${rowId}: ${socialService}`).toMatchObject({
          service: {
            serviceTask: work.task,
            basis: found?.work.basis,
            state: 'ended',
            startedOn: '2026-11-24',
            endGround: 'goalsReached',
            evaluations: [{ result: 'goalsReached' }],
            charging: { state: 'notRecorded' },
          },
        });
        expect(found?.work.decisions.map(([kind]) => kind)).toEqual(
          [kindOf(work)].filter((kind) => kind !== undefined),
        );
        expect(refused.get(nameOf(work, socialService))).toBe('service.notEnabled');
        if (kindOf(work) !== undefined) expect(refused.get(keyOf(work))).toBe('service.notEnabled');
      }
    }
  }
}

beforeAll(async () => {
  await Promise.all([workAll(), askAll()]);
}, 240_000);

describe('a service of a notice is opened, decided, carried out, evaluated and ended where it is in use, and refused where not:', () => {
  test('every row of the register has its works, and every one of them is kept', async () => {
    const promised = readRequirements().filter(({ category }) => category === 'services');
    expect(Object.keys(SERVICE_ROWS).toSorted()).toEqual(promised.map(({ id }) => id).toSorted());
    expect(promised).toHaveLength(77);
    await expectKept(...Object.keys(SERVICE_ROWS));
  });

  test('each is counted once, its delivery stands beside it, and its case is closed', async () => {
    const facts = await factsOf(office.world, '2026-11');
    expect(facts.filter(({ kind }) => kind === 'serviceOpened')).toHaveLength(served.size);
    const [{ work, service } = { work: undefined, service: undefined }] = served.values();
    const at = `/v1/services/clients/${office.clientId}/services/${service?.clientServiceId}/deliveries`;
    const told = await office.worker.call('GET', `${at}?from=2026-11-24&to=2026-11-24`);
    expect(told.json).toMatchObject({ deliveries: [{ hundredths: 100, unit: 'visits' }] });
    for (const { caseId } of [work, ...[...served.values()].map((one) => one.work)].filter(
      (one) => one !== undefined,
    )) {
      expect((await storedCase(office.world, office.clientId, caseId)).closed).toMatchObject({
        state: 'closed',
      });
    }
  });

  test('what rests on no decision of its own is told apart, with its source, as our reading', () => {
    for (const { by, services } of works) {
      const kind = 'decision' in by ? 'decision' : 'agreement' in by ? 'agreement' : 'guidance';
      for (const service of services) {
        const said = restsOn(service);
        expect(said.kinds).toContain(kind);
        expect(said.unverified).toBe(!(said.kinds.length === 1 && said.kinds[0] === 'decision'));
      }
    }
  });

  test('social work, guidance, rehabilitation, mobility and home care [U-4.3, U-4.4, U-4.5, U-4.6, U-4.7]', () =>
    expectKept('U-4.3', 'U-4.4', 'U-4.5', 'U-4.6', 'U-4.7'));
  test('home service, another necessary service, social assistance, rehabilitative work, refugees [U-4.8, U-4.9, U-4.10, U-4.11, U-4.12]', () =>
    expectKept('U-4.8', 'U-4.9', 'U-4.10', 'U-4.11', 'U-4.12'));
  test('work of disabled people, substance services, advice, family work, after-care [U-4.16, U-4.17, U-4.18, U-4.19, U-4.27]', () =>
    expectKept('U-4.16', 'U-4.17', 'U-4.18', 'U-4.19', 'U-4.27'));
  test('taking into care and substitute care, as one process [U-4.25, U-4.26]', () =>
    expectKept('U-4.25', 'U-4.26'));
  test('the establishing of paternity and the support for informal care [U-4.29, U-4.39]', () =>
    expectKept('U-4.29', 'U-4.39'));
  test('means are calculated, and agreements on maintenance, custody, residence and access drawn up, stored and confirmed [U-4.30, U-4.31, U-4.32]', async () => {
    await expectKept('U-4.30', 'U-4.31', 'U-4.32');
    const { documents } = await listed(office.worker, office.clientId, '?serviceTask=familyLaw');
    const arcs = documents.map(({ definitionOid }) => String(definitionOid).split('.')[6]);
    for (const arc of ['6000', '13000', '13001', '11018', '11022']) expect(arcs).toContain(arc);
    expect(new Set(documents.map(({ state }) => state))).toEqual(new Set(['final']));
  });
  test('social assistance and the services of four laws [J-1.6, J-1.7, J-1.8, J-1.9, J-1.10]', () =>
    expectKept('J-1.6', 'J-1.7', 'J-1.8', 'J-1.9', 'J-1.10'));
  test('mental health, employment, other adult social work and school social work [J-1.11, J-1.14, J-1.15, J-1.16]', () =>
    expectKept('J-1.11', 'J-1.14', 'J-1.15', 'J-1.16'));
  test('the services of adults and of children and families in Huittinen [H-7.5, H-7.6, H-7.11, H-7.12]', () =>
    expectKept('H-7.5', 'H-7.6', 'H-7.11', 'H-7.12'));
  test('of each service, by the general and by the special acts, it is kept how it was planned, carried out and followed up [H-7.7, K-6.1]', async () => {
    const rows = Object.entries(SERVICE_ROWS).filter(([rowId]) => ['H', 'K'].includes(rowId.charAt(0)));
    const all = rows.flatMap(([, some]) => some);
    const acts = new Set<string>();
    for (const [name, { work, service }] of served) {
      if (!all.some((one) => one.services.some((socialService) => nameOf(one, socialService) === name))) {
        continue;
      }
      for (const [, { decisionId }] of work.decisions) {
        const decision = await office.worker.call('GET', `${decisionsOf(office.clientId)}/${decisionId}`);
        expect(decision.json, name).toMatchObject({ plan: planBody().plan, result: 'granting' });
      }
      const at = `/v1/services/clients/${office.clientId}/services/${service.clientServiceId}/deliveries`;
      const given = await office.worker.call('GET', `${at}?from=2026-11-24&to=2026-11-24`);
      expect(given.json, name).toMatchObject({ deliveries: [{ hundredths: 100 }] });
      expect(service, name).toMatchObject({ evaluations: [{ result: 'goalsReached' }] });
      acts.add(socialServiceOf(SocialService.parse(service.socialService)).act.slice(0, 9));
    }
    expect([...acts]).toEqual(expect.arrayContaining(['1301/2014', '417/2007 ', '675/2023 ']));
  });
  test('guidance, adults’ services, the family centre [K-5.3, K-5.6, K-5.7, K-5.8, K-5.9]', () =>
    expectKept('K-5.3', 'K-5.6', 'K-5.7', 'K-5.8', 'K-5.9'));
  test('counselling, youth, child welfare, substance and mental health services [K-5.10, K-5.11, K-5.13, K-5.14]', () =>
    expectKept('K-5.10', 'K-5.11', 'K-5.13', 'K-5.14'));
  test('disability services and those of older people at home [K-5.15, K-5.16, K-5.17, K-5.18]', () =>
    expectKept('K-5.15', 'K-5.16', 'K-5.17', 'K-5.18'));
  test('informal care, family care and round-the-clock services [K-5.19, K-5.20]', () =>
    expectKept('K-5.19', 'K-5.20'));
});
