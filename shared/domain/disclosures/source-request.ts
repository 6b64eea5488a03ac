import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AttachmentId,
  ClientId,
  DeclarationId,
  DocumentId,
  NoteId,
  SourceRequestId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { Addressee, SourceProvisionKey, SourcePurpose } from './addressees.ts';
import { GivenForm } from './declaration.ts';

/**
 * Tietojen pyytäminen ja saaminen muualta (703/2023 §§ 39, 53, 55, 64): what was asked or came, of whom, when, who
 * asked, on which provision or consent, and for what. Nobody pays for it: there is no fee to record.
 */
const reason = z.string().trim().min(10).max(4000);
const name = z.string().trim().min(2).max(200);

export const SourceGround = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('provision'), key: SourceProvisionKey }),
    z.strictObject({ kind: z.literal('consent'), declarationId: DeclarationId }),
  ])
  .meta({ id: 'SourceGround' });
export type SourceGround = z.infer<typeof SourceGround>;

export const SourceContent = z.strictObject({
  /** Whom it was asked of, by name. */
  name,
  /** Which data. */
  asked: reason,
  /** How they essentially affect the client's matter, and why they are necessary. */
  necessity: reason,
  /** Of a financial institution: why what the client or the representative gave is not enough or not to be relied on. */
  doubt: reason.optional(),
});
export type SourceContent = z.infer<typeof SourceContent>;

export const sourceFacts = {
  /** `came`: nobody asked for it. */
  initiative: z.enum(['asked', 'came']),
  on: LocalDate,
  form: GivenForm,
  addressee: Addressee,
  purpose: SourcePurpose,
  ground: SourceGround,
  /** The client was told before it was asked (§ 64, 2 and 3 mom.). */
  toldOn: LocalDate.optional(),
  /** Of a financial institution: earlier requests to others that did not bring enough. */
  othersAsked: z.array(SourceRequestId).max(10).default([]),
};

const SourceOutcome = z.enum(['received', 'insufficient', 'nothing']).meta({ id: 'SourceOutcome' });

export const ReceiptContent = z.strictObject({
  /** What came. */
  received: reason,
  /** Who gave it, or the technical source. */
  givenBy: name.optional(),
});
export type ReceiptContent = z.infer<typeof ReceiptContent>;

export const receiptFacts = {
  outcome: SourceOutcome,
  on: LocalDate,
  /** Where it now stands in the file. */
  documentIds: z.array(DocumentId).max(20).default([]),
  noteIds: z.array(NoteId).max(20).default([]),
  attachmentIds: z.array(AttachmentId).max(20).default([]),
};

export const SourceRequest = storedItem('sourceRequest', {
  sourceRequestId: SourceRequestId,
  clientId: ClientId,
  documentClass: z.literal('clienthood'),
  state: z.enum(['open', 'answered']),
  ...sourceFacts,
  /** The provision as it was cited then. */
  provision: z.string().max(80).optional(),
  content: Sealed,
  receipt: z.strictObject({ ...receiptFacts, at: Instant, by: UserId, content: Sealed }).optional(),
});
export type SourceRequest = z.infer<typeof SourceRequest>;
