import { INTAKE_ACTIONS } from '../../shared/access/actions/intake.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { CloseMatter, closeMatter } from './close-matter.ts';
import { fileDocument } from './file-document.ts';
import { JoinCase, joinCaseOfMatter } from './join-case.ts';
import { listMattersOfClient, MattersInFile } from './list-matters-of-client.ts';
import { MatterHandled, OneClient, OneMatterOfClient, ofPath } from './one-matter.ts';
import { OpenCaseOfMatter, openCaseOfMatter } from './open-case.ts';
import { MatterOfClientView, readMatterOfClient } from './read-matter-of-client.ts';

const ID = '01KBN4PZ00000000000000000A';
const ONE = '/v1/intake/clients/{clientId}/matters/{matterId}';
const OUTCOMES = [
  INTAKE_REFUSALS.isHandled,
  INTAKE_REFUSALS.subjectHandled,
  INTAKE_REFUSALS.notValid,
  ...FINAL_REFUSALS,
];

/** A matter in the file of a client whom it concerns: read, made a document of, brought to its outcome. */
export const clientRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/intake/clients/{clientId}/matters',
    action: INTAKE_ACTIONS.listOfClient,
    event: 'MattersOfClientListed',
    summary: 'The notifications, contacts and applications about a client, the latest first.',
    params: OneClient,
    query: PageQuery,
    returns: MattersInFile,
    client: ofPath,
    handle: listMattersOfClient,
  }),
  readOfClient({
    method: 'GET',
    path: ONE,
    action: INTAKE_ACTIONS.readOfClient,
    event: 'MatterOfClientRead',
    summary:
      'A matter as it stands in a client’s file; a shielded notifier is shown to those who arrange alone.',
    params: OneMatterOfClient,
    returns: MatterOfClientView,
    client: ofPath,
    handle: readMatterOfClient,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/document`,
    action: INTAKE_ACTIONS.fileDocument,
    event: 'MatterDocumentFiled',
    summary: 'Makes the national document of what was told and lays it into the client’s file.',
    writes: 'changes',
    params: OneMatterOfClient,
    returns: MatterHandled,
    refusals: [
      INTAKE_REFUSALS.hasDocument,
      INTAKE_REFUSALS.noNationalForm,
      INTAKE_REFUSALS.notValid,
      ...FINAL_REFUSALS,
    ],
    client: ofPath,
    handle: fileDocument,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/close`,
    action: INTAKE_ACTIONS.close,
    event: 'MatterClosed',
    discloses: true,
    summary: 'Closes a matter for a client with its grounds: no measures, guidance, or another authority.',
    writes: 'changes',
    params: OneMatterOfClient,
    body: CloseMatter,
    returns: MatterHandled,
    refusals: OUTCOMES,
    example: { outcome: 'noMeasures', grounds: 'Perheellä on tarvittava tuki; huoli ei vahvistunut.' },
    client: ofPath,
    handle: closeMatter,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/open-case`,
    action: INTAKE_ACTIONS.openCase,
    event: 'CaseOpenedFromMatter',
    summary: 'Opens a case from what was received; it was opened when it arrived.',
    writes: 'changes',
    params: OneMatterOfClient,
    body: OpenCaseOfMatter,
    returns: MatterHandled,
    refusals: [...OUTCOMES, CASE_REFUSALS.noRelationship, CASE_REFUSALS.notValid, CASE_REFUSALS.workerCannot],
    example: {
      name: 'Lastensuojelun tarpeen selvittäminen',
      description: 'Ilmoituksen mukaan lapset ovat öitä keskenään.',
      unitId: ID,
      grounds: 'Ilmoitus edellyttää selvittämistä.',
    },
    client: ofPath,
    handle: openCaseOfMatter,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/join-case`,
    action: INTAKE_ACTIONS.joinCase,
    event: 'MatterJoinedToCase',
    summary: 'Joins a matter to a case of the client that is pending already.',
    writes: 'changes',
    params: OneMatterOfClient,
    body: JoinCase,
    returns: MatterHandled,
    refusals: OUTCOMES,
    example: { caseId: ID, grounds: 'Arviointi on jo käynnissä.' },
    client: ofPath,
    handle: joinCaseOfMatter,
  }),
];
