import type * as z from 'zod';
import { SOURCE_ACTIONS } from '../../shared/access/actions/sources.ts';
import { DISCLOSURE_REFUSALS, SOURCE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { LETTER_FILE, LetterQuery } from '../../shared/http/letter-file.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { AskFinancialInstitution, AskSource, askSource, SourceRequestChanged } from './ask-source.ts';
import { listSources, SourcesOfClient } from './list-sources.ts';
import { OneClient, ofPath } from './one-client.ts';
import { printSourceRequest } from './print-source-request.ts';
import { OneSourceRequest, RecordReceipt, recordReceipt } from './record-receipt.ts';

const AT = '/v1/disclosures/clients/{clientId}/sources';

const ofSchool: z.input<typeof AskSource> = {
  initiative: 'asked',
  on: '2026-11-20',
  form: 'electronic',
  addressee: 'educationProvider',
  purpose: 'needOfCare',
  ground: { kind: 'provision', key: 'authorityRight' },
  name: 'Esimerkkilän peruskoulu',
  asked: 'Poissaolot ja koulun antama tuki syyslukukaudella 2026.',
  necessity: 'Lapsen tuen tarvetta ei voi arvioida ilman koulun tietoja.',
};

const ofBank: z.input<typeof AskFinancialInstitution> = {
  ...ofSchool,
  initiative: 'asked',
  form: 'written',
  addressee: 'financialInstitution',
  purpose: 'checking',
  ground: { kind: 'provision', key: 'financialInstitution' },
  toldOn: '2026-11-19',
  othersAsked: ['01KBN4PZ00000000000000000A'],
  name: 'Esimerkkipankki',
  doubt: 'Tiliotteet ja verottajan tiedot poikkeavat toisistaan.',
};

/** Data asked of others about a client, and what came. */
export const sourceRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: AT,
    action: SOURCE_ACTIONS.ask,
    event: 'SourceAsked',
    summary:
      'Records what is asked of others about a client, or came unasked: necessity, one purpose, a ground.',
    writes: 'creates',
    params: OneClient,
    body: AskSource,
    returns: SourceRequestChanged,
    refusals: [SOURCE_REFUSALS.notValid, DISCLOSURE_REFUSALS.changedMeanwhile],
    example: ofSchool,
    client: ofPath,
    handle: askSource,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/financial-institution`,
    action: SOURCE_ACTIONS.askFinancialInstitution,
    event: 'FinancialInstitutionAsked',
    summary:
      'Decides to ask a financial institution: others asked first, a doubt, in writing, the client told.',
    writes: 'creates',
    params: OneClient,
    body: AskFinancialInstitution,
    returns: SourceRequestChanged,
    refusals: [SOURCE_REFUSALS.notValid, DISCLOSURE_REFUSALS.changedMeanwhile],
    example: ofBank,
    client: ofPath,
    handle: askSource,
  }),
  readOfClient({
    method: 'GET',
    path: AT,
    action: SOURCE_ACTIONS.list,
    event: 'SourcesListed',
    summary: 'What was asked of others about a client and what came.',
    params: OneClient,
    returns: SourcesOfClient,
    client: ofPath,
    handle: listSources,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/{sourceRequestId}/receipt`,
    action: SOURCE_ACTIONS.receive,
    event: 'SourceReceiptRecorded',
    summary: 'Records what came from others, from whom and when, or that it was not enough.',
    writes: 'changes',
    params: OneSourceRequest,
    body: RecordReceipt,
    returns: SourceRequestChanged,
    refusals: [COMMON_REFUSALS.notFound, SOURCE_REFUSALS.notValid, SOURCE_REFUSALS.answered],
    example: { outcome: 'received', on: '2026-11-21', received: 'Koulun lausunto poissaoloista ja tuesta.' },
    client: ofPath,
    handle: recordReceipt,
  }),
  readOfClient({
    method: 'GET',
    path: `${AT}/{sourceRequestId}/letter`,
    action: SOURCE_ACTIONS.printRequest,
    event: 'SourceRequestPrinted',
    summary: 'The request in writing, as a page or a PDF.',
    params: OneSourceRequest,
    query: LetterQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [COMMON_REFUSALS.notFound, SOURCE_REFUSALS.notValid, PRINT_REFUSALS.tooLarge],
    client: ofPath,
    handle: printSourceRequest,
  }),
];
