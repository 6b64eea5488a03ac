import { SUBJECT_REQUEST_ACTIONS } from '../../shared/access/actions/data-subject-requests.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import {
  AbsenceAnswered,
  AbsenceQuery,
  AnswerAbsence,
  answerAbsence,
  OneAbsence,
  printAbsence,
} from './answer-absence.ts';
import { assemblePackage } from './assemble-package.ts';
import { CheckPart, checkPart } from './check-part.ts';
import { downloadSegment, Manifest, readManifest, SegmentQuery } from './download-package.ts';
import { CHUNK, CheckedQuery, ChunkQuery, giveFile, OneFile, openFileToCheck } from './give-file.ts';
import { givePart, PART_FILE, PartGiven, PartQuery, printPart } from './give-part.ts';
import { PackageChanged, PackageHead } from './known-package.ts';
import { OneRequest } from './known-request.ts';
import { LETTER_FILE } from './print-letter.ts';
import { OnePart, PartToCheck, readPackage, readPart } from './read-package.ts';
import { releasePackage } from './release-package.ts';

const PACKAGE = '/v1/data-subject-requests/clients/{clientId}/requests/{requestId}/package';
const PART = `${PACKAGE}/parts/{part}`;
const FILE = `${PART}/files/{place}`;
const { notFound } = COMMON_REFUSALS;
const { notValid, notNow, notChecked, notReleased, identityPending, rightEnded, otherDelivers, fileGone } =
  SUBJECT_REQUEST_REFUSALS;
const GIVING = [
  notFound,
  otherDelivers,
  LIMITED_REFUSAL,
  notReleased,
  identityPending,
  rightEnded,
  DISCLOSURE_REFUSALS.minorsBan,
  DISCLOSURE_REFUSALS.representativeUnnamed,
];

const NO_DATA = '/v1/data-subject-requests/no-data';

/** The package that answers an inspection: put together, gone through by a person, released, given. */
export const packageRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: NO_DATA,
    action: SUBJECT_REQUEST_ACTIONS.recordAbsence,
    event: 'AbsenceOfDataAnswered',
    summary: 'Answers somebody on whom nothing is held: looked for by the code, which is kept nowhere.',
    writes: 'creates',
    body: AnswerAbsence,
    returns: AbsenceAnswered,
    refusals: [SUBJECT_REQUEST_REFUSALS.held, notValid],
    example: {
      personalIdentityCode: '010190-900P',
      name: 'Keksitty Kysyjä',
      receivedOn: '2026-11-20',
      identity: 'identityDocument',
    },
    handle: answerAbsence,
  }),
  read({
    method: 'GET',
    path: `${NO_DATA}/{requestId}/letter`,
    action: SUBJECT_REQUEST_ACTIONS.printAbsence,
    event: 'AbsenceOfDataPrinted',
    summary: 'The answer that nothing is held on a person, as a page or a PDF in three languages.',
    params: OneAbsence,
    query: AbsenceQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    handle: printAbsence,
  }),
  write({
    method: 'POST',
    path: PACKAGE,
    action: SUBJECT_REQUEST_ACTIONS.assemble,
    event: 'InspectionPackageAssembled',
    summary:
      'Puts together all that is held on the person, as it stands now, in parts: again while `more` is true.',
    writes: 'creates',
    params: OneRequest,
    returns: PackageChanged,
    refusals: [notFound, notNow, LIMITED_REFUSAL, DOCUMENT_REFUSALS.noDefinition],
    handle: assemblePackage,
  }),
  read({
    method: 'GET',
    path: PACKAGE,
    action: SUBJECT_REQUEST_ACTIONS.readPackage,
    event: 'InspectionPackageRead',
    summary: 'How far a package is: its parts, who went through each, and whether it may be given.',
    params: OneRequest,
    returns: PackageHead,
    handle: readPackage,
  }),
  read({
    method: 'GET',
    path: PART,
    action: SUBJECT_REQUEST_ACTIONS.readPart,
    event: 'InspectionPackagePartRead',
    summary:
      'A part for whoever goes through it: what was marked as others’ is out, and flags say where to look.',
    params: OnePart,
    returns: PartToCheck,
    handle: readPart,
  }),
  read({
    method: 'GET',
    path: FILE,
    action: SUBJECT_REQUEST_ACTIONS.openFile,
    event: 'InspectionPackageFileOpened',
    summary:
      'An attached file of a part, or a redacted copy of it, in pieces of 4 MB, for whoever goes through it.',
    params: OneFile,
    query: CheckedQuery,
    returns: FileAnswer,
    file: CHUNK,
    refusals: [notFound, fileGone],
    handle: openFileToCheck,
  }),
  write({
    method: 'POST',
    path: `${PART}/check`,
    action: SUBJECT_REQUEST_ACTIONS.checkPart,
    event: 'InspectionPackagePartChecked',
    summary: 'Records that a person went through a part: what is not given, and what is taken out.',
    writes: 'changes',
    params: OnePart,
    body: CheckPart,
    returns: PackageChanged,
    refusals: [notFound, notNow, notValid],
    example: {
      withheld: [{ place: 3, ground: 'othersRights' }],
      masked: [{ place: 5, passage: 'naapurin mukaan' }],
      files: [{ place: 7 }, { place: 8, withheld: 'othersRights' }],
      mayGo: [{ words: 'Einon', places: [2, 5] }],
    },
    handle: checkPart,
  }),
  write({
    method: 'POST',
    path: `${PACKAGE}/release`,
    action: SUBJECT_REQUEST_ACTIONS.release,
    event: 'InspectionPackageReleased',
    summary: 'Releases a package whose every part was gone through: it may be given, and is never changed.',
    writes: 'changes',
    params: OneRequest,
    returns: PackageChanged,
    refusals: [notFound, notNow, notValid, notChecked, notReleased, LIMITED_REFUSAL],
    handle: releasePackage,
  }),
  read({
    method: 'GET',
    path: `${PART}/given`,
    action: SUBJECT_REQUEST_ACTIONS.givePart,
    event: 'InspectionPackagePartGiven',
    summary: 'A part of a released package in machine-readable form, with what is refused and its ground.',
    params: OnePart,
    returns: PartGiven,
    refusals: GIVING,
    handle: givePart,
  }),
  read({
    method: 'GET',
    path: `${PART}/print`,
    action: SUBJECT_REQUEST_ACTIONS.printPart,
    event: 'InspectionPackagePartPrinted',
    summary: 'A part of a released package as a page or a PDF: the same bytes each time.',
    params: OnePart,
    query: PartQuery,
    returns: FileAnswer,
    file: PART_FILE,
    refusals: [...GIVING, PRINT_REFUSALS.tooLarge, DOCUMENT_REFUSALS.noDefinition],
    handle: printPart,
  }),
  read({
    method: 'GET',
    path: `${FILE}/given`,
    action: SUBJECT_REQUEST_ACTIONS.giveFile,
    event: 'InspectionPackageFileGiven',
    summary: 'An attached file of a released package, in pieces of 4 MB.',
    params: OneFile,
    query: ChunkQuery,
    returns: FileAnswer,
    file: CHUNK,
    refusals: [...GIVING, fileGone],
    handle: giveFile,
  }),
  read({
    method: 'GET',
    path: `${PACKAGE}/manifest`,
    action: SUBJECT_REQUEST_ACTIONS.readManifest,
    event: 'InspectionPackageManifestRead',
    summary: 'What a released package holds, with checksums that prove each part and each file of it.',
    params: OneRequest,
    returns: Manifest,
    refusals: GIVING,
    handle: readManifest,
  }),
  read({
    method: 'GET',
    path: `${PACKAGE}/download`,
    action: SUBJECT_REQUEST_ACTIONS.download,
    event: 'InspectionPackageDownloaded',
    summary:
      'A piece of the one download of a released package: put one after another they are an archive (tar).',
    params: OneRequest,
    query: SegmentQuery,
    returns: FileAnswer,
    file: CHUNK,
    refusals: [...GIVING, fileGone, PRINT_REFUSALS.tooLarge, DOCUMENT_REFUSALS.noDefinition],
    handle: downloadSegment,
  }),
];
