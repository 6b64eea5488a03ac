import * as z from 'zod';
import { type ClientId, ConcernedId, DecisionId, DraftId } from '../../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../../shared/kernel/working-days.ts';
import type { DevUser } from '../users.ts';
import type { Caller } from './caller.ts';

/** Whose file has work in it, by the number of the person, and the keys of the workers who do it. */
export type Casework = {
  /** An adult with a plan, a decision, a service and a task. */
  adult: { person: number; by: string };
  /** A child with an appointment. */
  child: { person: number; by: string };
  /** In whose intake a notification has waited too long. */
  waiting: { by: string };
};

type On = { user: DevUser; clientId: ClientId; today: LocalDate };

const Opened = z.looseObject({
  cases: z.tuple([z.looseObject({ caseId: z.string(), unitId: z.string() })], z.unknown()),
});
const ByVersion = z.looseObject({ version: z.int() });
const Drafted = z.looseObject({ draftId: DraftId });
const Prepared = z.looseObject({ decisionId: DecisionId });
const Concerned = z.looseObject({ concerned: z.array(z.looseObject({ concernedId: ConcernedId })) });
const ServiceOpened = z.looseObject({ clientServiceId: z.string(), version: z.int() });
const Received = z.looseObject({ matterId: z.string(), version: z.int() });
const Own = z.looseObject({
  grants: z.tuple([z.looseObject({ unitIds: z.array(z.string()) })], z.unknown()),
});

/** Done when everybody has been recorded, so that lists of work and glances show something on the first day. */
export async function recordCasework(
  call: Caller,
  { adult, child, waiting }: Casework,
  userOf: (key: string) => DevUser,
  clients: ReadonlyMap<number, ClientId>,
  today: LocalDate,
): Promise<void> {
  const grown = clients.get(adult.person);
  if (grown !== undefined) await carryThrough(call, { user: userOf(adult.by), clientId: grown, today });
  const small = clients.get(child.person);
  if (small !== undefined) await book(call, { user: userOf(child.by), clientId: small, today });
  if (grown !== undefined) await letWait(call, userOf(waiting.by), today);
}

async function carryThrough(call: Caller, on: On): Promise<void> {
  const { user, clientId, today } = on;
  const { caseId, unitId } = await caseOf(call, on);
  const task = { unitId, dueOn: addDays(today, 5), caseId, words: 'Pyydä vuokrasopimus' };
  await call(user, 'POST', `/v1/tasks/clients/${clientId}/tasks`, {
    body: { ...task, workerId: user.userId },
  });
  const planned = await draft(call, on, caseId, '15020.2024.11.28', {
    tyoikaisten_palvelujen_asiakassuunnitelma: {},
  });
  await call(user, 'POST', `/v1/plans/clients/${clientId}/plans`, {
    body: { draftId: planned, draftVersion: 1, reviewBy: addDays(today, 90) },
  });
  const decisionId = await decide(call, on, caseId);
  await give(call, on, caseId, decisionId);
}

async function decide(call: Caller, on: On, caseId: string): Promise<DecisionId> {
  const { user, clientId, today } = on;
  const draftId = await draft(call, on, caseId, '11052.2023.9.8', DECISION);
  const all = `/v1/decisions/clients/${clientId}/decisions`;
  const body = {
    caseId,
    kind: '11052',
    draftId,
    result: 'granting',
    obliging: false,
    specialSupport: false,
    atOnce: false,
    socialServices: ['socialGuidance'],
    validity: { from: today, to: addDays(today, 364) },
    plan: 'Myönnetään sosiaaliohjausta vuodeksi.',
    provisions: 'Sosiaalihuoltolaki 14, 16 ja 45 §',
  };
  const { decisionId } = Prepared.parse(await call(user, 'POST', all, { body }));
  const at = `${all}/${decisionId}`;
  let version = 1;
  const read = Concerned.parse(await call(user, 'GET', at, {}));
  for (const { concernedId } of read.concerned) {
    const heard = {
      state: 'answered',
      way: 'meeting',
      askedOn: today,
      answeredOn: today,
      words: 'Hyväksyy.',
    };
    const path = `${at}/concerned/${concernedId}/hear`;
    ({ version } = ByVersion.parse(await call(user, 'POST', path, { version, body: heard })));
  }
  const issue = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  ({ version } = ByVersion.parse(await call(user, 'POST', `${at}/issue`, { version, body: issue })));
  for (const { concernedId } of read.concerned) {
    const sent = await call(user, 'POST', `${at}/services`, {
      version,
      body: { concernedId, way: 'letter' },
    });
    ({ version } = ByVersion.parse(sent));
  }
  return decisionId;
}

async function give(call: Caller, on: On, caseId: string, decisionId: DecisionId): Promise<void> {
  const { user, clientId, today } = on;
  const all = `/v1/services/clients/${clientId}/services`;
  const body = {
    caseId,
    serviceTask: 'workingAge',
    socialService: 'socialGuidance',
    basis: { kind: 'decision', decisionId },
    producer: { kind: 'own' },
    validFrom: today,
    validTo: addDays(today, 364),
    amount: { hundredths: 400, unit: 'hours', per: 'month' },
  };
  const opened = ServiceOpened.parse(await call(user, 'POST', all, { body }));
  const at = `${all}/${opened.clientServiceId}`;
  await call(user, 'POST', `${at}/start`, { version: opened.version, body: { startedOn: today } });
  await call(user, 'POST', `${at}/deliveries`, { body: { on: today, hundredths: 150, unit: 'hours' } });
}

async function book(call: Caller, on: On): Promise<void> {
  const { user, clientId, today } = on;
  const { caseId, unitId } = await caseOf(call, on);
  const day = workingDayFrom(addDays(today, 3));
  await call(user, 'POST', `/v1/appointments/clients/${clientId}/appointments`, {
    body: {
      unitId,
      caseId,
      startsAt: `${day}T08:00:00.000Z`,
      endsAt: `${day}T09:00:00.000Z`,
      workerIds: [user.userId],
      way: 'visit',
      serviceTasks: ['families'],
      subject: 'Suunnitelman tarkistaminen',
    },
  });
}

/** Its assessment should have begun: the seventh working day has gone by (1301/2014 § 36). */
async function letWait(call: Caller, user: DevUser, today: LocalDate): Promise<void> {
  const [{ unitIds }] = Own.parse(await call(user, 'GET', '/v1/access-rights/own', {})).grants;
  const body = {
    kind: 'needNotification',
    channel: 'electronic',
    receivedAt: `${addDays(today, -20)}T08:00:00.000Z`,
    unitId: unitIds[0],
    serviceTasks: ['families'],
    record: {
      text: 'Neuvola: perhe jaksaa huonosti ja toivoo apua.',
      subjects: [{ family: 'Odottaja', given: 'Oona', age: '31' }],
      notifier: { party: 'healthCare', organisation: 'Neuvola (keksitty)' },
    },
  };
  const { matterId, version } = Received.parse(await call(user, 'POST', '/v1/intake/matters', { body }));
  const urgency = { result: 'notUrgent', grounds: 'Ei kiireellistä avun tarvetta.' };
  await call(user, 'POST', `/v1/intake/matters/${matterId}/urgency`, { version, body: urgency });
}

async function caseOf(call: Caller, { user, clientId }: On) {
  return Opened.parse(await call(user, 'GET', `/v1/clients/${clientId}`, {})).cases[0];
}

async function draft(
  call: Caller,
  { user, clientId }: On,
  caseId: string,
  definition: string,
  content: unknown,
): Promise<DraftId> {
  const body = {
    definitionOid: `1.2.246.537.6.1506.${definition}`,
    caseId,
    serviceTasks: ['workingAge'],
    content,
  };
  return Drafted.parse(await call(user, 'POST', `/v1/documents/clients/${clientId}/drafts`, { body }))
    .draftId;
}

const DECISION = {
  tyoikaisten_palvelupaatos: {
    paatos: {
      hakemuksen_kuvaus: 'Hakee apua arjen ja raha-asioiden hoitoon.',
      sosiaalipalvelu_jota_paatos_koskee: {
        sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', display: 'Sosiaaliohjaus' },
      },
      ratkaisu_ja_perustelut: 'Myönnetään, koska raha-asioiden hallinta on vaikeutunut.',
      lisatietojen_antaja: [
        {
          sukunimi: 'Aikuistyö',
          etunimet: 'Antti',
          yhteystiedot: {
            postiosoite: {
              lahiosoite: 'Keksittykatu 1',
              postinumero: '05800',
              postitoimipaikka: 'Hyvinkää',
            },
            puhelinnumero: '09 000 0000',
          },
        },
      ],
    },
  },
};
