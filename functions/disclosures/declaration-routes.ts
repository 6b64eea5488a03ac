import * as z from 'zod';
import { DECLARATION_ACTIONS } from '../../shared/access/actions/disclosures.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { LETTER_FILE } from '../../shared/http/letter-file.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { DeclarationId, MinorsBanId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { LiftMinorsBan, liftMinorsBan } from './lift-minors-ban.ts';
import { DeclarationsOfClient, listDeclarations } from './list-declarations.ts';
import { OneClient, ofPath } from './one-client.ts';
import { DeclarationPrintQuery, printDeclarationDocument } from './print-declaration-document.ts';
import { DeclarationDocument, OneDocument, readDeclarationDocument } from './read-declaration-document.ts';
import { DeclarationChanged, RecordDeclaration, recordDeclaration } from './record-declaration.ts';
import { MinorsBanChanged, RecordMinorsBan, recordMinorsBan } from './record-minors-ban.ts';
import { WithdrawDeclaration, withdrawDeclaration } from './withdraw-declaration.ts';

const AT = '/v1/disclosures/clients/{clientId}';

const consent: z.input<typeof RecordDeclaration> = {
  kind: 'consent',
  consentFor: 'disclosure',
  scope: { of: 'serviceTasks', serviceTasks: ['families'] },
  giver: { by: 'client' },
  form: 'written',
  informedOn: '2026-11-20',
  givenOn: '2026-11-20',
  voluntary: true,
  information: 'Kerrottu, mitä tietoja annetaan ja että suostumuksen voi peruuttaa milloin tahansa.',
  recipients: [{ kind: 'other', name: 'Esimerkkikoulun kuraattori' }],
  purpose: 'Tuen yhteensovittaminen koulussa',
};

const ban: z.input<typeof RecordMinorsBan> = {
  askedOn: '2026-11-20',
  towards: ['01KBN4PZ00000000000000000A'],
  scope: { of: 'controller' },
  judged: { capable: true, weightyReason: true, againstInterest: false },
  reason: 'Nuori pelkää, että huoltaja suuttuu kuultuaan keskusteluista.',
  ageAndMaturity: 'Kuusitoistavuotias ymmärtää hyvin, mitä kielto merkitsee.',
  natureOfMatter: 'Luottamuksellinen keskustelutuki, ei huoltajan päätöksiä.',
};

/** Permits, bans and consents, and a minor's ban toward a representative. */
export const declarationRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: `${AT}/declarations`,
    action: DECLARATION_ACTIONS.record,
    event: 'DeclarationRecorded',
    summary:
      'Records a permit, a ban or a consent: free, informed, and itemised and written where it is a consent.',
    writes: 'creates',
    params: OneClient,
    body: RecordDeclaration,
    returns: DeclarationChanged,
    refusals: [CLIENT_REFUSALS.merged, DISCLOSURE_REFUSALS.declarationNotValid],
    example: consent,
    client: ofPath,
    handle: recordDeclaration,
  }),
  readOfClient({
    method: 'GET',
    path: `${AT}/declarations`,
    action: DECLARATION_ACTIONS.list,
    event: 'DeclarationsRead',
    summary: "A client's permits, bans and consents with their history, and a minor's bans.",
    params: OneClient,
    returns: DeclarationsOfClient,
    client: ofPath,
    handle: listDeclarations,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/declarations/{declarationId}/withdraw`,
    action: DECLARATION_ACTIONS.withdraw,
    event: 'DeclarationWithdrawn',
    summary: 'Withdraws a permit, a ban or a consent from this moment on.',
    writes: 'changes',
    params: OneClient.extend({ declarationId: DeclarationId }),
    body: WithdrawDeclaration,
    returns: DeclarationChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      DISCLOSURE_REFUSALS.notInForce,
      DISCLOSURE_REFUSALS.declarationNotValid,
    ],
    example: { giver: { by: 'client' }, form: 'oral' },
    client: ofPath,
    handle: withdrawDeclaration,
  }),
  readOfClient({
    method: 'GET',
    path: `${AT}/national/{document}`,
    action: DECLARATION_ACTIONS.readDocument,
    event: 'DeclarationDocumentRead',
    summary:
      'The permit, or the bans in force, as the national document that the client is given on request.',
    params: OneDocument,
    returns: DeclarationDocument,
    refusals: [DISCLOSURE_REFUSALS.nothingDeclared],
    client: ofPath,
    handle: readDeclarationDocument,
  }),
  readOfClient({
    method: 'GET',
    path: `${AT}/national/{document}/print`,
    action: DECLARATION_ACTIONS.printDocument,
    event: 'DeclarationDocumentPrinted',
    discloses: true,
    summary: 'The permit, or the bans in force, on paper, for the client or who acts for the client.',
    params: OneDocument,
    query: DeclarationPrintQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [
      COMMON_REFUSALS.notFound,
      DISCLOSURE_REFUSALS.nothingDeclared,
      DISCLOSURE_REFUSALS.minorsBan,
      PRINT_REFUSALS.tooLarge,
    ],
    client: ofPath,
    handle: printDeclarationDocument,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/minors-bans`,
    action: DECLARATION_ACTIONS.recordMinorsBan,
    event: 'MinorsBanJudged',
    summary: "Judges a minor's ban on giving data to a representative: age, maturity, reason and interest.",
    writes: 'creates',
    params: OneClient,
    body: RecordMinorsBan,
    returns: MinorsBanChanged,
    refusals: [CLIENT_REFUSALS.merged, DISCLOSURE_REFUSALS.declarationNotValid],
    example: ban,
    client: ofPath,
    handle: recordMinorsBan,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/minors-bans/{banId}/lift`,
    action: DECLARATION_ACTIONS.liftMinorsBan,
    event: 'MinorsBanLifted',
    summary: "Lifts a minor's ban: the minor took it back, or it was judged anew.",
    writes: 'changes',
    params: OneClient.extend({ banId: MinorsBanId }),
    body: LiftMinorsBan,
    returns: MinorsBanChanged,
    refusals: [COMMON_REFUSALS.notFound, DISCLOSURE_REFUSALS.notInForce],
    example: { because: 'minorAsked' },
    client: ofPath,
    handle: liftMinorsBan,
  }),
];
