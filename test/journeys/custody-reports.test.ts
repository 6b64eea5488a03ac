import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { close } from '../support/closing.ts';
import {
  aCourtRequest,
  type CustodyCase,
  custodyCase,
  deliver,
  finish,
  hear,
  idOf,
  reportAsked,
  reportDrafted,
  reportReady,
  reportSent,
  reportsAt,
  toCourt,
} from '../support/custody-reports.ts';
import { rulesOf } from '../support/disclosures.ts';
import { linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { exportedFigures } from '../support/figures.ts';
import { done } from '../support/matters.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';
import { OF } from '../support/rebuilt-kinds.ts';
import { timesOf } from '../support/siblings.ts';

/** It is Tuesday 24 November 2026. A court has asked for a report on where Elli, ten years old, should live. */

const CHILD = { kind: 'child' };
const timeOf = async ({ world, clientId }: CustodyCase) =>
  (await timesOf(world, clientId)).find(({ rule }) => rule === 'custodyReport');

test('a report on circumstances is asked for by a court, child and parents are heard, and it goes to the court in its time [J-2.5]', async () => {
  const of = await custodyCase();
  const { world, worker, clientId, caseId, mother, father } = of;
  const path = await reportAsked(of);
  expect(await timeOf(of)).toEqual({ rule: 'custodyReport', dueOn: '2027-01-29', state: 'running', caseId });
  expect((await worker.call('GET', path)).json).toMatchObject({
    state: 'underWay',
    requestedOn: '2026-11-20',
    request: { court: 'Keksitty käräjäoikeus', questions: 'Kumman vanhemman luona lapsen tulisi asua?' },
    corrected: false,
  });

  done(await hear(worker, path, { kind: 'person', relationId: mother }, 1, { way: 'homeVisit' }));
  done(await hear(worker, path, { kind: 'person', relationId: father }, 2, NOT_REACHED));
  done(await hear(worker, path, CHILD, 3));
  const made = done(await finish(of, path, 4));
  expect(made).toMatchObject({ version: 5, findings: [] });
  const documentId = String(made['documentId']);
  const document = await worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);
  expect(document.json).toMatchObject({ state: 'final', caseId });

  world.clock.set(Instant.parse('2027-01-15T08:00:00.000Z'));
  const disclosureId = await reportSent(of, path, documentId);
  expect((await worker.call('GET', reportsAt(clientId))).json).toMatchObject({
    reports: [
      {
        state: 'delivered',
        documentId,
        delivered: { on: '2027-01-15', disclosureId },
        heard: [
          { person: { relationId: mother }, way: 'homeVisit' },
          { person: { relationId: father }, notHeard: 'notReached' },
          { person: CHILD, way: 'meeting' },
        ],
      },
    ],
  });
  expect(await timeOf(of)).toMatchObject({ state: 'met' });
  expect((await linesOf(world.services)).flatMap((line) => line.disclosure ?? [])).toMatchObject([
    {
      recipient: { kind: 'court' },
      purpose: 'courtProceedings',
      ground: { kind: 'provision', provision: '361/1983 16 §' },
    },
  ]);
  const code = 'report';
  expect(await factsOf(world, '2026-11')).toContainEqual(
    expect.objectContaining({ kind: 'custodyReportRequested', on: '2026-11-20', code }),
  );
  expect(await factsOf(world, '2027-01')).toContainEqual(
    expect.objectContaining({ kind: 'custodyReportDelivered', days: 56, inTime: true, code }),
  );
});

const NOT_REACHED = { way: undefined, notHeard: 'notReached' };

test('what is wrong with a request or a talk is told at once, and changes nothing', async () => {
  const of = await custodyCase();
  const { worker, clientId, caseId } = of;
  const wrong = { requestedOn: '2026-11-25', dueOn: '2026-11-24', supplements: idOf(caseId) };
  const told = await worker.call('POST', reportsAt(clientId), { body: aCourtRequest(caseId, wrong) });
  expect(rulesOf(told)).toEqual([
    'custodyReport.requestedByToday',
    'custodyReport.dueAfterRequest',
    'custodyReport.supplementsDelivered',
  ]);
  const path = await reportAsked(of);
  const stranger = { kind: 'person', relationId: idOf(path) };
  const both = { on: '2026-11-19', notHeard: 'tooYoung' };
  expect(rulesOf(await hear(worker, path, stranger, 1, both))).toEqual([
    'custodyReport.heardOn',
    'custodyReport.heardOrNot',
    'custodyReport.notHeardGround',
    'custodyReport.heardKnown',
  ]);
  expect((await worker.call('GET', path)).json).toMatchObject({ version: 1, heard: [] });
});

test('is not final before it says of the child that it was talked with, or why not; of a parent it is remarked', async () => {
  const of = await custodyCase();
  const { worker } = of;
  const path = await reportAsked(of);
  const early = await finish(of, path, 1);
  expect(rulesOf(early)).toEqual(['custodyReport.childHeard']);
  done(await hear(worker, path, CHILD, 1, { way: undefined, notHeard: 'doesNotAgree' }));
  expect(done(await finish(of, path, 2))).toMatchObject({ findings: ['custodyReport.parentNotHeard'] });
  // Made anew, until it has gone.
  done(await finish(of, path, 3));
  const summary = await reportDrafted(of, '16009.2022.6.28');
  expect(await worker.call('POST', `${path}/finish`, { body: summary, version: 4 })).toMatchObject({
    json: { code: 'document.byAct' },
  });
});

test('goes by the gate alone: to a court, on its request, when it is ready, and itself in the copy', async () => {
  const of = await custodyCase();
  const { worker, clientId } = of;
  const path = await reportAsked(of);
  const custodyReportId = idOf(path);
  const summary = await reportDrafted(of, '16009.2022.6.28');
  const finalised = `/v1/documents/clients/${clientId}/drafts/${summary.draftId}/finalise`;
  const { documentId: other } = done(await worker.call('POST', finalised, { body: { draftVersion: 1 } }));
  const refused = async (ground: object, ids: string[]) => rulesOf((await toCourt(of, ground, ids)).prepared);
  expect(await refused({ custodyReportId }, [String(other)])).toEqual([
    'disclosure.reportNamed',
    'disclosure.reportGiven',
  ]);
  const documentId = await reportReady(of, path);
  expect(await refused({}, [documentId])).toEqual(['disclosure.reportNamed']);
  expect(await refused({ custodyReportId }, [String(other)])).toEqual(['disclosure.reportGiven']);
  const elsewhere = { key: 'authorityProceedings', custodyReportId };
  expect(await refused(elsewhere, [documentId])).toContain('disclosure.reportNamed');
  const { path: unsent } = await toCourt(of, { custodyReportId }, [documentId]);
  expect(rulesOf(await deliver(worker, path, idOf(unsent), 3))).toEqual(['custodyReport.sentToCourt']);
  await reportSent(of, path, documentId);
  expect(await refused({ custodyReportId }, [documentId])).toEqual(['disclosure.reportNamed']);
});

test('the court gives more time, or a supplement is asked for: it goes in its own time', async () => {
  const of = await custodyCase();
  const { world, worker, caseId } = of;
  const path = await reportAsked(of);
  done(await worker.call('POST', `${path}/time`, { body: { dueOn: '2027-02-26' }, version: 1 }));
  expect(await timeOf(of)).toMatchObject({ dueOn: '2027-02-26', state: 'running' });
  done(await hear(worker, path, CHILD, 2));
  const documentId = String(done(await finish(of, path, 3))['documentId']);
  world.clock.set(Instant.parse('2027-03-01T08:00:00.000Z'));
  await reportSent(of, path, documentId);
  expect(await factsOf(world, '2027-03')).toContainEqual(
    expect.objectContaining({ kind: 'custodyReportDelivered', inTime: false }),
  );
  const asked = { requestedOn: '2027-03-01', dueOn: '2027-03-15', supplements: idOf(path) };
  const supplement = await reportAsked(of, asked);
  // The child is not troubled again.
  const second = String(done(await finish(of, supplement, 1))['documentId']);
  await reportSent(of, supplement, second);
  expect((await worker.call('GET', supplement)).json).toMatchObject({ state: 'delivered', caseId });
  const again = await worker.call('POST', `${supplement}/end`, { body: { ground: 'mistake' }, version: 3 });
  expect(again).toMatchObject({ status: 409, json: { code: 'custodyReport.wrongState' } });
});

test('where the parents agree it ends; a case waits for it, and is closed after it', async () => {
  const of = await custodyCase();
  const { world, worker } = of;
  const path = await reportAsked(of);
  expect(rulesOf(await close(of))).toEqual(['case.custodyReportsGoOn']);
  done(await worker.call('POST', `${path}/end`, { body: { ground: 'agreementReached' }, version: 1 }));
  expect(await timeOf(of)).toMatchObject({ state: 'cancelled' });
  expect(await factsOf(world, '2026-11')).toContainEqual(
    expect.objectContaining({ kind: 'custodyReportEnded', code: 'agreementReached', days: 4 }),
  );
  expect((await close(of)).status).toBe(200);
});

test('its days are put right, and its time, its figures and what stood there with them', async () => {
  const of = await custodyCase();
  const { world, worker } = of;
  const path = await reportAsked(of, { requestedOn: '2026-10-30', dueOn: '2026-11-20' });
  await reportSent(of, path, await reportReady(of, path));
  expect(await timeOf(of)).toMatchObject({ state: 'lateMet' });
  const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Päivät luettiin väärin.' };
  const days = { requestedOn: '2026-11-20', dueOn: '2026-11-30' };
  done(await worker.call('POST', `${path}/correct`, { body: { ...days, reason }, version: 4 }));
  expect(await timeOf(of)).toMatchObject({ state: 'met', dueOn: '2026-11-30' });
  const mainUser = await world.worker('mainUser');
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const own = { kind: 'own', use: 'accounts' };
  expect(await exportedFigures(mainUser, 'custodyReports', '2026-10', own)).toMatchObject({ requested: 0 });
  expect(await exportedFigures(mainUser, 'custodyReports', '2026-11', own)).toMatchObject({
    requested: 1,
    deliveredInTime: 1,
    deliveredLate: 0,
    deliveryDays: 4,
    children: 1,
  });
  const entitled = await world.worker('childWelfareSupervisor', {
    serviceTasks: ['familyLaw'],
    specialRights: ['correctRecord'],
  });
  const stood = { was: { requestedOn: '2026-10-30', dueOn: '2026-11-20' }, reason: { words: reason.words } };
  expect((await entitled.call('GET', `${path}/corrections`)).json).toMatchObject({ corrections: [stood] });
});

test('who works with families, and not with family law, learns nothing of it', async () => {
  const of = await custodyCase();
  const { world, clientId } = of;
  const path = await reportAsked(of);
  const arranging = await world.worker('arranging', { serviceTasks: ['families'] });
  const asked = await arranging.call('POST', reportsAt(clientId), { body: aCourtRequest(of.caseId) });
  expect(asked).toMatchObject({ status: 404, json: { code: 'request.notFound' } });
  const implementing = await world.worker('implementing', { serviceTasks: ['families'] });
  expect((await implementing.call('GET', reportsAt(clientId))).json).toMatchObject({ reports: [] });
  expect((await implementing.call('GET', path)).status).toBe(404);
});

test('of reports to courts every fact can be made anew from the register', async () => {
  const of = await custodyCase();
  const path = await reportAsked(of);
  await reportSent(of, path, await reportReady(of, path));
  const ended = await reportAsked(of);
  done(await of.worker.call('POST', `${ended}/end`, { body: { ground: 'courtWithdrew' }, version: 1 }));
  expect(await rebuiltFromNothing(of.world)).toEqual(expect.arrayContaining(OF.custodyReports));
});
