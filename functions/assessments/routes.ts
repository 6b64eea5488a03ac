import { ASSESSMENT_ACTIONS } from '../../shared/access/actions/assessments.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { DOCUMENT_REFUSALS, FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { BeginAssessment, beginAssessment } from './begin-assessment.ts';
import { CorrectAssessment, correctAssessment } from './correct-assessment.ts';
import { CorrectNotMade, correctNotMade } from './correct-not-made.ts';
import { custodyReportRoutes } from './custody-report-routes.ts';
import { FinishAssessment, finishAssessment } from './finish-assessment.ts';
import { AssessmentList, listAssessments } from './list-assessments.ts';
import { NotMakeAssessment, notMakeAssessment } from './not-make-assessment.ts';
import { AssessmentChanged, OneAssessment, OneClient, ofPath } from './one-assessment.ts';
import { AssessmentCorrections, readCorrections } from './read-corrections.ts';
import { NotMadeView, readNotMade } from './read-not-made.ts';
import { TellClienthood, tellClienthood } from './tell-clienthood.ts';

const ID = '01KBN4PZ00000000000000000A';
const ALL = '/v1/assessments/clients/{clientId}/assessments';

const CORRECTING = [
  ASSESSMENT_REFUSALS.daysNotValid,
  ASSESSMENT_REFUSALS.correctedTooOften,
  NOTE_REFUSALS.notTheAuthor,
  NOTE_REFUSALS.presenceNeeded,
  CLIENT_REFUSALS.merged,
];

export const routes: readonly Route[] = [
  ...custodyReportRoutes,
  readOfClient({
    method: 'GET',
    path: ALL,
    action: ASSESSMENT_ACTIONS.list,
    event: 'AssessmentsListed',
    summary: 'The assessments of service needs of a client: those under way, then the latest ready ones.',
    params: OneClient,
    returns: AssessmentList,
    client: ofPath,
    handle: listAssessments,
  }),
  writeOfClient({
    method: 'POST',
    path: ALL,
    action: ASSESSMENT_ACTIONS.begin,
    event: 'AssessmentBegun',
    summary: 'Begins an assessment of service needs in a case, with its responsible worker.',
    writes: 'creates',
    params: OneClient,
    body: BeginAssessment,
    returns: AssessmentChanged,
    refusals: [ASSESSMENT_REFUSALS.underWay, CASE_REFUSALS.workerCannot, CASE_REFUSALS.isClosed],
    example: { caseId: ID, responsibleWorkerId: ID },
    client: ofPath,
    handle: beginAssessment,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ALL}/{assessmentId}/finish`,
    action: ASSESSMENT_ACTIONS.finish,
    event: 'AssessmentFinished',
    summary: 'Makes an assessment final: its draft becomes a document, and its result follows.',
    writes: 'changes',
    params: OneAssessment,
    body: FinishAssessment,
    returns: AssessmentChanged,
    refusals: [
      ASSESSMENT_REFUSALS.notChildWelfare,
      ASSESSMENT_REFUSALS.socialWorker,
      ASSESSMENT_REFUSALS.otherCase,
      ASSESSMENT_REFUSALS.notUnderWay,
      DOCUMENT_REFUSALS.notOfCase,
      ...FINAL_REFUSALS,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.noRelationship,
    ],
    example: { draftId: ID, draftVersion: 1, result: 'need', specialSupport: false },
    client: ofPath,
    handle: finishAssessment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/assessments/clients/{clientId}/not-made',
    action: ASSESSMENT_ACTIONS.notMake,
    event: 'AssessmentNotMade',
    summary:
      'Records that no assessment is made in a case, for it is evidently unnecessary, with the grounds.',
    writes: 'creates',
    params: OneClient,
    body: NotMakeAssessment,
    returns: AssessmentChanged,
    refusals: [ASSESSMENT_REFUSALS.underWay, ASSESSMENT_REFUSALS.socialWorker],
    example: {
      caseId: ID,
      clientsWish: 'doesNotWant',
      grounds: 'Asia koski yhtä neuvoa, joka annettiin puhelimessa.',
    },
    client: ofPath,
    handle: notMakeAssessment,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ALL}/{assessmentId}/correct`,
    action: ASSESSMENT_ACTIONS.correct,
    event: 'AssessmentCorrected',
    summary:
      'Corrects the days on which an assessment was begun and ready: its times and the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneAssessment,
    body: CorrectAssessment,
    returns: AssessmentChanged,
    refusals: CORRECTING,
    example: {
      begunOn: '2026-11-23',
      readyOn: '2026-11-24',
      reason: {
        ground: 'erroneous',
        initiator: 'ownInitiative',
        words: 'Arviointi alkoi jo kotikäynnillä 23.11.',
      },
    },
    client: ofPath,
    handle: correctAssessment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/assessments/clients/{clientId}/not-made/{assessmentId}/correct',
    action: ASSESSMENT_ACTIONS.correctNotMade,
    event: 'AssessmentNotMadeCorrected',
    summary:
      'Corrects the day on which it was found that no assessment is made: its time and the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneAssessment,
    body: CorrectNotMade,
    returns: AssessmentChanged,
    refusals: CORRECTING,
    example: {
      decidedOn: '2026-11-23',
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Asiasta päätettiin jo 23.11.' },
    },
    client: ofPath,
    handle: correctNotMade,
  }),
  readOfClient({
    method: 'GET',
    path: `${ALL}/{assessmentId}/corrections`,
    action: ASSESSMENT_ACTIONS.readCorrections,
    event: 'AssessmentCorrectionsRead',
    summary:
      'What stood before of the days of an assessment, or of the record that none was made: who corrected them, when and why.',
    params: OneAssessment,
    returns: AssessmentCorrections,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readCorrections,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/assessments/clients/{clientId}/not-made/{assessmentId}',
    action: ASSESSMENT_ACTIONS.readNotMade,
    event: 'AssessmentNotMadeRead',
    summary: 'Why no assessment was made in a case.',
    params: OneAssessment,
    returns: NotMadeView,
    client: ofPath,
    handle: readNotMade,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ALL}/{assessmentId}/tell`,
    action: ASSESSMENT_ACTIONS.tell,
    event: 'ClienthoodTold',
    discloses: true,
    summary: 'Records that a custodian or the child was told that a child welfare relationship began.',
    writes: 'changes',
    params: OneAssessment,
    body: TellClienthood,
    returns: AssessmentChanged,
    refusals: [
      ASSESSMENT_REFUSALS.nobodyToTell,
      ASSESSMENT_REFUSALS.notValid,
      DISCLOSURE_REFUSALS.minorsBan,
      DISCLOSURE_REFUSALS.representativeUnnamed,
    ],
    example: { recipient: { kind: 'child' }, way: 'meeting', on: '2026-11-24' },
    client: ofPath,
    handle: tellClienthood,
  }),
];
