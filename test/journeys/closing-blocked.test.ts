import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { judgeKept } from '../../shared/domain/cases/goes-on.ts';
import { judgeKept as judgeKeptWith } from '../../shared/domain/clients/goes-on.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { actOn as actOnAppointment, appointmentAt, booked } from '../support/appointments.ts';
import { AT as assessmentsOf } from '../support/assessments.ts';
import { newClient } from '../support/case-notes.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { actOnService, askForService, openedService } from '../support/client-services.ts';
import { type Case, close, stateOf } from '../support/closing.ts';
import { worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { changedTo } from '../support/people.ts';
import type { Told } from '../support/world.ts';

/** What keeps a case and a relationship going: asked of the official, never ended behind the back (decision 0065). */

const REMINDED = { ...defaultSettings.booking, reminder: { channel: 'letter', hoursBefore: 24 } } as const;
const SOON = { startsAt: '2026-12-10T08:00:00.000Z', endsAt: '2026-12-10T09:00:00.000Z' };

async function setting(): Promise<Case> {
  const world = await worldOf({ ...defaultSettings, booking: REMINDED });
  await standingUnit(world, world.units.adults);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
  return { world, worker, clientId, caseId };
}

const rulesOf = ({ json }: Told): string[] =>
  z
    .object({ findings: z.array(z.looseObject({ rule: z.string() })) })
    .parse(json)
    .findings.map(({ rule }) => rule);
const messagesOf = async ({ world, worker }: Case, day: string) =>
  (await worker.call('GET', `/v1/appointments/units/${world.units.families}/reminders?from=${day}`)).json[
    'reminders'
  ];

describe('a case is kept open', () => {
  test('by what is under way in it, and one answer tells all of it', async () => {
    const of = await setting();
    const { world, worker, clientId, caseId } = of;
    const service = await openedService(worker, clientId, caseId);
    const body = { caseId, responsibleWorkerId: worker.userId };
    expect((await worker.call('POST', assessmentsOf(clientId), { body })).status).toBe(201);
    await booked(world, worker, clientId, { ...SOON, caseId });
    await booked(world, worker, clientId, {
      startsAt: '2026-12-11T08:00:00.000Z',
      endsAt: '2026-12-11T09:00:00.000Z',
    });
    const asked = { toUnitId: world.units.adults, reason: 'Perhe on muuttanut.' };
    const proposal = await act(worker, clientId, caseId, 'transfers', asked);
    expect(proposal.status).toBe(200);

    const told = await close(of);
    expect(told).toMatchObject({
      status: 409,
      json: {
        code: 'case.goesOn',
        details: { services: 1, decisions: 0, assessments: 1, transfers: 1, appointments: 1 },
      },
    });
    expect(rulesOf(told)).toEqual([
      'case.servicesGoOn',
      'case.assessmentsGoOn',
      'case.transfersGoOn',
      'case.appointmentsGoOn',
    ]);
    expect(await stateOf(of, clientId)).toBe('open');

    // What is chosen to be cancelled is left alone as long as something else keeps the case open.
    expect(rulesOf(await close(of, { appointments: {} }))).not.toContain('case.appointmentsGoOn');
    expect(await messagesOf(of, '2026-12-09')).toMatchObject([{ about: 'coming', state: 'waiting' }]);
    await actOnService(worker, service, 'end', 1, { endedOn: '2026-11-24', endGround: 'needEnded' });
    const { transferId } = z.object({ transferId: z.string() }).parse(proposal.json);
    const withdraw = `${caseAt(clientId, caseId)}/transfers/${transferId}/withdraw`;
    expect((await worker.call('POST', withdraw, { version: 2 })).status).toBe(200);
    expect(rulesOf(await close(of))).toEqual(['case.assessmentsGoOn', 'case.appointmentsGoOn']);
  });

  test('by an appointment, unless it is chosen that it is cancelled: then whoever was to be reminded is told', async () => {
    const of = await setting();
    const { world, worker, clientId, caseId } = of;
    const [first, second] = [
      await booked(world, worker, clientId, { ...SOON, caseId }),
      await booked(world, worker, clientId, {
        startsAt: '2026-12-10T10:00:00.000Z',
        endsAt: '2026-12-10T11:00:00.000Z',
        caseId,
      }),
    ];
    expect(rulesOf(await close(of))).toEqual(['case.appointmentsGoOn']);
    const closed = await close(of, { appointments: { words: 'Asia on saatu päätökseen.' } });
    expect(closed.status).toBe(200);
    for (const appointmentId of [first, second]) {
      expect((await worker.call('GET', appointmentAt(clientId, appointmentId))).json).toMatchObject({
        state: 'cancelled',
        cancelledBy: 'unit',
        cancelReason: 'notNeeded',
        endWords: 'Asia on saatu päätökseen.',
      });
    }
    expect(await messagesOf(of, '2026-12-09')).toEqual([]);
    const news = { about: 'cancelled', channel: 'letter', state: 'waiting' };
    const told = z
      .array(z.looseObject({ appointmentId: z.string() }))
      .parse(await messagesOf(of, '2026-11-24'));
    expect(new Set(told.map((one) => one.appointmentId))).toEqual(new Set([first, second]));
    expect(told).toMatchObject([news, news]);
    // The times are free again.
    await booked(world, worker, clientId, SOON);
  });

  test('by what is opened in the same moment: whoever comes second is refused, and nothing is open in a closed case', async () => {
    const of = await setting();
    const { world, worker, clientId, caseId } = of;
    const client = world.services.tables.clientOf(world.controller);
    let meanwhile: { when: string; act: () => Promise<Told> } | undefined;
    const told: Told[] = [];
    client.middlewareStack.add((next) => async (args) => {
      if (meanwhile !== undefined && JSON.stringify(args.input).includes(meanwhile.when)) {
        const { act: other } = meanwhile;
        meanwhile = undefined;
        told.push(await other());
      }
      return next(args);
    });
    const service = { serviceTask: 'families', socialService: 'familyWork', basis: { kind: 'guidance' } };
    const ask = () => askForService(worker, clientId, caseId, service);

    meanwhile = { when: '"state":"closed"', act: ask };
    expect((await close(of)).json).toMatchObject({ code: 'request.conflict' });
    expect(told.map(({ status }) => status)).toEqual([201]);
    expect(await stateOf(of, clientId)).toBe('open');
    expect(rulesOf(await close(of))).toEqual(['case.servicesGoOn']);
    const opened = String(told[0]?.headers['location']);
    await actOnService(worker, opened, 'end', 1, { endedOn: '2026-11-24', endGround: 'needEnded' });

    meanwhile = { when: '"entity":"clientService"', act: () => close(of) };
    expect((await ask()).json).toMatchObject({ code: 'case.isClosed' });
    expect(told.map(({ status }) => status)).toEqual([201, 200]);
    const services = await worker.call('GET', `/v1/services/clients/${clientId}/services`);
    expect(services.json).toMatchObject({ services: [] });

    await act(worker, clientId, caseId, 'reopen');
    expect((await ask()).status).toBe(201);
  });
});

test('a relationship is kept going by an appointment that is coming, unless it is chosen that it is cancelled', async () => {
  const of = await setting();
  const { world, worker, clientId, caseId } = of;
  const appointmentId = await booked(world, worker, clientId, SOON);
  const end = { endedOn: '2026-11-24', ground: 'needEnded' };
  const asked = await changedTo(worker, clientId, '/relationship/end', end);
  expect(asked.json).toMatchObject({
    code: 'client.openCases',
    details: { caseIds: [caseId], appointments: 1 },
  });
  expect(rulesOf(asked)).toEqual(['client.casesGoOn', 'client.appointmentsGoOn']);
  expect((await close(of)).status).toBe(200);
  const still = await changedTo(worker, clientId, '/relationship/end', end);
  expect(still).toMatchObject({ status: 409, json: { code: 'client.goesOn' } });
  expect(rulesOf(still)).toEqual(['client.appointmentsGoOn']);
  const chosen = { ...end, appointments: { reason: 'other' } };
  expect((await changedTo(worker, clientId, '/relationship/end', chosen)).status).toBe(200);
  expect(await messagesOf(of, '2026-11-24')).toMatchObject([{ about: 'cancelled', appointmentId }]);
});

test('a client is told when it is the unit that cancels, and not when the client did', async () => {
  const of = await setting();
  const { world, worker, clientId } = of;
  for (const cancelledBy of ['client', 'unit']) {
    const appointmentId = await booked(world, worker, clientId, SOON);
    await actOnAppointment(worker, clientId, appointmentId, 'cancel', { cancelledBy, reason: 'other' });
  }
  expect(await messagesOf(of, '2026-11-24')).toHaveLength(1);
});

test('nothing that goes on keeps nothing open', () => {
  const none = {
    services: 0,
    decisions: 0,
    assessments: 0,
    custodyReports: 0,
    transfers: 0,
    appointments: 0,
  };
  expect(judgeKept(none)).toEqual([]);
  expect(judgeKept({ ...none, decisions: 2 })).toMatchObject([
    { rule: 'case.decisionsGoOn', severity: 'error' },
  ]);
  expect(judgeKeptWith({ cases: 0, services: 1, assessments: 1, appointments: 0 })).toHaveLength(2);
});
