import * as z from 'zod';
import { INTAKE_ACTIONS } from '../../shared/access/actions/intake.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { AssessUrgency, assessUrgency } from './assess-urgency.ts';
import { AssignMatter, assignMatter } from './assign-matter.ts';
import { ChangeRecord, changeRecord } from './change-record.ts';
import { CloseUnknown, closeUnknown } from './close-unknown.ts';
import { LinkSubject, linkSubject } from './link-subject.ts';
import { listHandled, listQueue, MatterList } from './list-matters.ts';
import { MatterView } from './matter-view.ts';
import { MatterChanged, OneMatter, OneSubject } from './one-matter.ts';
import { readMatter } from './read-matter.ts';
import { RecordHistory, readRecordHistory } from './read-record-history.ts';
import { ReceiveMatter, receiveMatter } from './receive-matter.ts';
import { HandlingRecorded, RecordHandling, recordHandling } from './record-handling.ts';
import { MattersFound, SearchMatters, searchMatters } from './search-matters.ts';
import { takeMatter } from './take-matter.ts';
import { TransferMatter, transferMatter } from './transfer-matter.ts';

const ID = '01KBN4PZ00000000000000000A';
const ONE = '/v1/intake/matters/{matterId}';
const OneUnit = z.strictObject({ unitId: UnitId });

/** A matter in the intake of a unit: received, looked at, assessed, given to somebody, found to be whose it is. */
export const matterRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/intake/matters',
    action: INTAKE_ACTIONS.receive,
    event: 'MatterReceived',
    summary: 'Receives a notification, contact, request or application: stored at once, whatever it says.',
    writes: 'creates',
    body: ReceiveMatter,
    returns: MatterChanged,
    example: {
      kind: 'childWelfareNotification',
      channel: 'phone',
      unitId: ID,
      record: {
        text: 'Naapuri kertoo, että lapset ovat olleet öitä keskenään.',
        subjects: [{ family: 'Esimerkki', given: 'Aino', age: '7' }],
        notifier: { party: 'otherPrivatePerson', family: 'Naapuri', given: 'Niina', keepSecret: true },
      },
    },
    handle: receiveMatter,
  }),
  read({
    method: 'POST',
    path: '/v1/intake/search',
    action: INTAKE_ACTIONS.search,
    event: 'MattersSearched',
    summary: 'The matters that name the person with an identity code, whether or not the person is a client.',
    body: SearchMatters,
    returns: MattersFound,
    example: { personalIdentityCode: '010190-900P' },
    handle: searchMatters,
  }),
  read({
    method: 'GET',
    path: '/v1/intake/units/{unitId}/queue',
    action: INTAKE_ACTIONS.listQueue,
    event: 'IntakeQueueListed',
    summary: 'What waits in the intake of a unit: urgent matters first, then those nobody has assessed.',
    params: OneUnit,
    query: PageQuery,
    returns: MatterList,
    handle: listQueue,
  }),
  read({
    method: 'GET',
    path: '/v1/intake/units/{unitId}/handled',
    action: INTAKE_ACTIONS.listHandled,
    event: 'HandledMattersListed',
    summary: 'What the intake of a unit has handled, the latest first.',
    params: OneUnit,
    query: PageQuery,
    returns: MatterList,
    handle: listHandled,
  }),
  read({
    method: 'GET',
    path: ONE,
    action: INTAKE_ACTIONS.read,
    event: 'MatterRead',
    summary: 'A matter in the intake of one of the caller’s units: what was told, by whom, what was done.',
    params: OneMatter,
    returns: MatterView,
    handle: readMatter,
  }),
  read({
    method: 'GET',
    path: `${ONE}/history`,
    action: INTAKE_ACTIONS.readHistory,
    event: 'MatterHistoryRead',
    summary: 'What a matter said before it was completed or corrected.',
    params: OneMatter,
    returns: RecordHistory,
    handle: readRecordHistory,
  }),
  write({
    method: 'PUT',
    path: `${ONE}/record`,
    action: INTAKE_ACTIONS.changeRecord,
    event: 'MatterRecordChanged',
    summary: 'Completes or corrects what a matter says; what it said before is kept.',
    writes: 'changes',
    params: OneMatter,
    body: ChangeRecord,
    returns: MatterChanged,
    refusals: [INTAKE_REFUSALS.isHandled, INTAKE_REFUSALS.subjectLinked],
    example: { record: { text: 'Naapuri soitti uudelleen.', subjects: [] }, serviceTasks: ['childWelfare'] },
    handle: changeRecord,
  }),
  write({
    method: 'POST',
    path: `${ONE}/take`,
    action: INTAKE_ACTIONS.take,
    event: 'MatterTaken',
    summary: 'Takes a matter from the queue into the caller’s own hands.',
    writes: 'changes',
    params: OneMatter,
    returns: MatterChanged,
    refusals: [INTAKE_REFUSALS.isHandled],
    handle: takeMatter,
  }),
  write({
    method: 'POST',
    path: `${ONE}/assign`,
    action: INTAKE_ACTIONS.assign,
    event: 'MatterAssigned',
    summary: 'Gives a matter to a worker of the intake, or back to the queue.',
    writes: 'changes',
    params: OneMatter,
    body: AssignMatter,
    returns: MatterChanged,
    refusals: [INTAKE_REFUSALS.isHandled, INTAKE_REFUSALS.workerCannot],
    example: { workerId: ID },
    handle: assignMatter,
  }),
  write({
    method: 'POST',
    path: `${ONE}/urgency`,
    action: INTAKE_ACTIONS.assessUrgency,
    event: 'MatterUrgencyAssessed',
    summary: 'Assesses whether help is needed at once, with the grounds.',
    writes: 'changes',
    params: OneMatter,
    body: AssessUrgency,
    returns: MatterChanged,
    refusals: [INTAKE_REFUSALS.isHandled],
    example: { result: 'urgent', grounds: 'Lapset ovat keskenään kotona.' },
    handle: assessUrgency,
  }),
  write({
    method: 'POST',
    path: `${ONE}/transfer`,
    action: INTAKE_ACTIONS.transfer,
    event: 'MatterTransferred',
    summary: 'Transfers a matter to the intake of another unit.',
    writes: 'changes',
    params: OneMatter,
    body: TransferMatter,
    returns: MatterChanged,
    refusals: [INTAKE_REFUSALS.isHandled, INTAKE_REFUSALS.notValid, INTAKE_REFUSALS.tooManyAtHand],
    example: { unitId: ID, reason: 'Perhe asuu toisen yksikön alueella.' },
    handle: transferMatter,
  }),
  write({
    method: 'POST',
    path: `${ONE}/handlings`,
    action: INTAKE_ACTIONS.recordHandling,
    event: 'MatterHandlingRecorded',
    discloses: true,
    summary: 'Records an inquiry, a contact, a measure or a disclosure made because of a matter.',
    writes: 'creates',
    params: OneMatter,
    body: RecordHandling,
    returns: HandlingRecorded,
    refusals: [
      INTAKE_REFUSALS.notValid,
      COMMON_REFUSALS.conflict,
      DISCLOSURE_REFUSALS.minorsBan,
      DISCLOSURE_REFUSALS.representativeUnnamed,
    ],
    example: { kind: 'contact', on: '2026-11-24', words: 'Soitettu äidille; tavataan huomenna.' },
    handle: recordHandling,
  }),
  write({
    method: 'POST',
    path: `${ONE}/subjects/{subjectId}/link`,
    action: INTAKE_ACTIONS.link,
    event: 'MatterLinked',
    summary: 'Links a person of a matter to a client, in whose file the matter then stands.',
    writes: 'changes',
    params: OneSubject,
    body: LinkSubject,
    returns: MatterChanged,
    refusals: [
      INTAKE_REFUSALS.isHandled,
      INTAKE_REFUSALS.subjectHandled,
      INTAKE_REFUSALS.subjectLinked,
      INTAKE_REFUSALS.clientTwice,
      INTAKE_REFUSALS.tooManyAtHand,
      CLIENT_REFUSALS.merged,
    ],
    example: { linkedClientId: ID },
    handle: linkSubject,
  }),
  write({
    method: 'POST',
    path: `${ONE}/subjects/{subjectId}/close`,
    action: INTAKE_ACTIONS.closeUnknown,
    event: 'UnknownPersonsMatterClosed',
    discloses: true,
    summary: 'Closes a matter for a person who could not be found out, with what was done to find out.',
    writes: 'changes',
    params: OneSubject,
    body: CloseUnknown,
    returns: MatterChanged,
    refusals: [
      INTAKE_REFUSALS.isHandled,
      INTAKE_REFUSALS.subjectHandled,
      INTAKE_REFUSALS.subjectLinked,
      INTAKE_REFUSALS.notValid,
    ],
    example: {
      outcome: 'noMeasures',
      grounds: 'Lapsen henkilöllisyyttä ei saatu selville.',
      inquiries: 'Soitettu kouluun ja poliisille; nimeä ei tunneta.',
    },
    handle: closeUnknown,
  }),
];
