import type * as z from 'zod';
import { DISCLOSURE_ACTIONS } from '../../shared/access/actions/disclosures.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { LETTER_FILE, LetterQuery } from '../../shared/http/letter-file.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { OneClient, ofPath } from './one-client.ts';
import { DisclosureChanged, OneDisclosure } from './one-disclosure.ts';
import { PrepareDisclosure, prepareDisclosure } from './prepare-disclosure.ts';
import { printCopy } from './print-copy.ts';
import {
  CopyRead,
  DisclosureRead,
  DisclosuresOfClient,
  listDisclosures,
  readCopy,
  readDisclosure,
} from './read-disclosures.ts';
import { RecordDisclosure, recordDisclosure } from './record-disclosure.ts';
import { RefuseDisclosure, refuseDisclosure } from './refuse-disclosure.ts';
import { SendDisclosure, sendDisclosure } from './send-disclosure.ts';

const AT = '/v1/disclosures/clients/{clientId}/requests';
const ONE = `${AT}/{disclosureId}`;

const request: z.input<typeof RecordDisclosure> = {
  initiative: 'request',
  receivedOn: '2026-11-20',
  form: 'electronic',
  requester: 'police',
  purpose: 'crimeInvestigation',
  name: 'Esimerkkilän poliisilaitos',
  asked: 'Lokakuun 2026 kotikäyntejä koskevat merkinnät epäillyn pahoinpitelyn selvittämiseksi.',
};

const preparation: z.input<typeof PrepareDisclosure> = {
  ground: { kind: 'provision', key: 'graveCrime' },
  thirdPersons: 'none',
  pieces: [{ kind: 'note', id: '01KBN4PZ00000000000000000A' }],
  necessity: 'Merkintä kuvaa tapahtuman, jota rikosepäily koskee.',
  condition: 'Epäillyn rikoksen enimmäisrangaistus on kuusi vuotta vankeutta.',
};

/** The one gate for client data: asked, prepared, looked at once more, sent or refused. */
export const disclosureRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: AT,
    action: DISCLOSURE_ACTIONS.record,
    event: 'DisclosureRequestRecorded',
    summary: 'Records who asks for which data of a client and for what, or what is told of our own accord.',
    writes: 'creates',
    params: OneClient,
    body: RecordDisclosure,
    returns: DisclosureChanged,
    refusals: [COMMON_REFUSALS.notFound, CLIENT_REFUSALS.merged, DISCLOSURE_REFUSALS.requestNotValid],
    example: request,
    client: ofPath,
    handle: recordDisclosure,
  }),
  readOfClient({
    method: 'GET',
    path: AT,
    action: DISCLOSURE_ACTIONS.list,
    event: 'DisclosuresListed',
    summary: "What has been asked of us about a client's data and what was given, the latest first.",
    params: OneClient,
    query: PageQuery,
    returns: DisclosuresOfClient,
    client: ofPath,
    handle: listDisclosures,
  }),
  readOfClient({
    method: 'GET',
    path: ONE,
    action: DISCLOSURE_ACTIONS.read,
    event: 'DisclosureRead',
    summary: 'One request with its words, and why it was given or refused.',
    params: OneDisclosure,
    returns: DisclosureRead,
    client: ofPath,
    handle: readDisclosure,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/prepare`,
    action: DISCLOSURE_ACTIONS.prepare,
    event: 'DisclosurePrepared',
    summary: 'Makes the minimised copy of exactly what may be given on a provision, a permit or a consent.',
    writes: 'changes',
    params: OneDisclosure,
    body: PrepareDisclosure,
    returns: DisclosureChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      CLIENT_REFUSALS.merged,
      DISCLOSURE_REFUSALS.wrongState,
      DISCLOSURE_REFUSALS.notAllowed,
      LIMITED_REFUSAL,
      DOCUMENT_REFUSALS.noDefinition,
      DOCUMENT_REFUSALS.tooLong,
    ],
    example: preparation,
    client: ofPath,
    handle: prepareDisclosure,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/send`,
    action: DISCLOSURE_ACTIONS.send,
    event: 'DataDisclosed',
    discloses: true,
    summary: 'Sends the prepared copy, if nothing stands against it now; the copy is kept as sent.',
    writes: 'changes',
    params: OneDisclosure,
    body: SendDisclosure,
    returns: DisclosureChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      CLIENT_REFUSALS.merged,
      DISCLOSURE_REFUSALS.wrongState,
      DISCLOSURE_REFUSALS.notAllowed,
      DISCLOSURE_REFUSALS.changedMeanwhile,
      LIMITED_REFUSAL,
    ],
    example: { way: 'secureMessage' },
    client: ofPath,
    handle: sendDisclosure,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/refuse`,
    action: DISCLOSURE_ACTIONS.refuse,
    event: 'DisclosureRefused',
    summary: 'Refuses a request with its reasons, or records that nobody asks any more.',
    writes: 'changes',
    params: OneDisclosure,
    body: RefuseDisclosure,
    returns: DisclosureChanged,
    refusals: [COMMON_REFUSALS.notFound, DISCLOSURE_REFUSALS.wrongState],
    example: { outcome: 'refused', reasons: 'Pyytäjällä ei ole lakiin perustuvaa oikeutta tietoihin.' },
    client: ofPath,
    handle: refuseDisclosure,
  }),
  readOfClient({
    method: 'GET',
    path: `${ONE}/copy`,
    action: DISCLOSURE_ACTIONS.readCopy,
    event: 'DisclosedCopyRead',
    summary: 'The minimised copy: as it was sent, or as it may be sent now.',
    params: OneDisclosure,
    returns: CopyRead,
    refusals: [
      COMMON_REFUSALS.notFound,
      CLIENT_REFUSALS.merged,
      DISCLOSURE_REFUSALS.wrongState,
      DISCLOSURE_REFUSALS.notAllowed,
      DISCLOSURE_REFUSALS.addressInCopy,
      DISCLOSURE_REFUSALS.copyEnded,
      LIMITED_REFUSAL,
    ],
    client: ofPath,
    handle: readCopy,
  }),
  readOfClient({
    method: 'GET',
    path: `${ONE}/copy/print`,
    action: DISCLOSURE_ACTIONS.printCopy,
    event: 'DisclosedCopyPrinted',
    summary: 'The minimised copy as a page or a PDF, as it goes out or went, unless a ban has come since.',
    params: OneDisclosure,
    query: LetterQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [
      COMMON_REFUSALS.notFound,
      CLIENT_REFUSALS.merged,
      DISCLOSURE_REFUSALS.wrongState,
      DISCLOSURE_REFUSALS.notAllowed,
      DISCLOSURE_REFUSALS.minorsBan,
      DISCLOSURE_REFUSALS.representativeUnnamed,
      DISCLOSURE_REFUSALS.addressInCopy,
      DISCLOSURE_REFUSALS.copyEnded,
      LIMITED_REFUSAL,
      DOCUMENT_REFUSALS.noDefinition,
      PRINT_REFUSALS.tooLarge,
    ],
    client: ofPath,
    handle: printCopy,
  }),
];
