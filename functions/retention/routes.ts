import * as z from 'zod';
import { RETENTION_ACTIONS } from '../../shared/access/actions/retention.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { UnitId } from '../../shared/domain/retention/disposal-gate.ts';
import { Month } from '../../shared/domain/retention/model.ts';
import { RETENTION_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { LETTER_FILE, LetterQuery } from '../../shared/http/letter-file.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, RetentionHoldId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { approveList, DisposalListChanged, proposeList } from './approve-list.ts';
import {
  HoldChanged,
  HoldPlaced,
  HoldsOfClient,
  liftHold,
  PlaceHold,
  placeHold,
  readHolds,
} from './holds.ts';
import { confirmReceived, DisposalRowChanged, KeepUnit, keepUnit, ReceivedPackage } from './keep-unit.ts';
import { listRules, RetentionRules } from './list-rules.ts';
import { printCertificate } from './print-certificate.ts';
import { DisposalCertificate, readCertificate } from './read-certificate.ts';
import {
  DisposalLists,
  DisposalRows,
  DueUnits,
  listDisposalLists,
  listDue,
  RowsQuery,
  readDisposalRows,
} from './read-lists.ts';

const OfMonth = z.strictObject({ month: Month });
const OfUnit = OfMonth.extend({ disposalUnitId: UnitId });
const OfClient = z.strictObject({ clientId: ClientId });

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/retention/rules',
    action: RETENTION_ACTIONS.rules,
    event: 'RetentionRulesListed',
    summary: 'The periods in force, each with its source: the law’s, the controller’s plan, other records.',
    returns: RetentionRules,
    handle: listRules,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/due/{month}',
    action: RETENTION_ACTIONS.due,
    event: 'DueUnitsListed',
    summary: 'What will be due in a month to come, as it stands today.',
    params: OfMonth,
    query: PageQuery,
    returns: DueUnits,
    handle: listDue,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/lists',
    action: RETENTION_ACTIONS.lists,
    event: 'DisposalListsListed',
    summary: 'The disposal lists of the controller, the latest first.',
    returns: DisposalLists,
    handle: listDisposalLists,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/lists/{month}/units',
    action: RETENTION_ACTIONS.rows,
    event: 'DisposalListRead',
    summary: 'A page of a list: each unit with its reasons, what holds it back and what goes to the archive.',
    params: OfMonth,
    query: RowsQuery,
    returns: DisposalRows,
    handle: readDisposalRows,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/lists/{month}/propose',
    action: RETENTION_ACTIONS.propose,
    event: 'DisposalListProposed',
    summary: 'Proposes a list that was looked through: no unit is added to it from then on.',
    writes: 'changes',
    params: OfMonth,
    returns: DisposalListChanged,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.notGathering],
    handle: proposeList,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/lists/{month}/approve',
    action: RETENTION_ACTIONS.approve,
    event: 'DisposalListApproved',
    summary: 'A second person approves a proposed list: its units are disposed of seven days later.',
    writes: 'changes',
    params: OfMonth,
    returns: DisposalListChanged,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.notProposed, RETENTION_REFUSALS.samePerson],
    handle: approveList,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/lists/{month}/units/{disposalUnitId}/keep',
    action: RETENTION_ACTIONS.keep,
    event: 'DisposalUnitKept',
    summary: 'Keeps one unit for now, with its ground and the day after which it is looked at again.',
    writes: 'changes',
    params: OfUnit,
    body: KeepUnit,
    returns: DisposalRowChanged,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.rowNotOpen, RETENTION_REFUSALS.dayPassed],
    example: { ground: 'neededForMatter', until: '2027-06-30' },
    handle: keepUnit,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/lists/{month}/units/{disposalUnitId}/received',
    action: RETENTION_ACTIONS.received,
    event: 'TransferPackageReceived',
    summary: 'The archive has the package of the unit: the rest is destroyed with the next run.',
    writes: 'changes',
    params: OfUnit,
    body: ReceivedPackage,
    returns: DisposalRowChanged,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.notPackaged],
    example: { reference: 'KA/2036/117' },
    handle: confirmReceived,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/lists/{month}/certificate',
    action: RETENTION_ACTIONS.certificate,
    event: 'DisposalCertificateRead',
    summary: 'What was destroyed by a list, on whose word, by which periods, and from which day for good.',
    params: OfMonth,
    returns: DisposalCertificate,
    refusals: [COMMON_REFUSALS.notFound],
    handle: readCertificate,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/lists/{month}/certificate/print',
    action: RETENTION_ACTIONS.printCertificate,
    event: 'DisposalCertificatePrinted',
    summary: 'The certificate as a page or a PDF, with the names of who proposed and who approved.',
    params: OfMonth,
    query: LetterQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [COMMON_REFUSALS.notFound, PRINT_REFUSALS.tooLarge],
    handle: printCertificate,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/clients/{clientId}/holds',
    action: RETENTION_ACTIONS.hold,
    event: 'RetentionHoldPlaced',
    summary: "Holds back the disposal of a client's data, or of one case.",
    writes: 'creates',
    params: OfClient,
    body: PlaceHold,
    returns: HoldPlaced,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.dayPassed, RETENTION_REFUSALS.tooLate],
    example: { ground: 'courtCase', reference: 'HAO/812/2026', reviewBy: '2027-11-30' },
    handle: placeHold,
  }),
  read({
    method: 'GET',
    path: '/v1/retention/clients/{clientId}/holds',
    action: RETENTION_ACTIONS.holds,
    event: 'RetentionHoldsRead',
    summary: "What holds or held back the disposal of a client's data.",
    params: OfClient,
    returns: HoldsOfClient,
    handle: readHolds,
  }),
  write({
    method: 'POST',
    path: '/v1/retention/clients/{clientId}/holds/{holdId}/lift',
    action: RETENTION_ACTIONS.liftHold,
    event: 'RetentionHoldLifted',
    summary: 'Lifts a hold on disposal.',
    writes: 'changes',
    params: OfClient.extend({ holdId: RetentionHoldId }),
    returns: HoldChanged,
    refusals: [COMMON_REFUSALS.notFound, RETENTION_REFUSALS.holdLifted],
    handle: liftHold,
  }),
];
