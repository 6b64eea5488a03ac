import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { AttachmentId, ClientId, DeclarationId, PaperId, RelationId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { RecipientKind } from '../../trail/disclosure.ts';
import { PersonName } from '../clients/model.ts';
import { Scope } from './scope.ts';

/**
 * Tahdonilmaisu: what a client, or who acts for the client, has said of giving the client's data to others. In force
 * until further notice and withdrawn at any time (703/2023 § 58); kept twelve years (annex). What was said is never
 * changed: a wider or narrower one is a new one.
 *
 * `permit`: luovutuslupa, for other providers of social welfare (§ 55) or for health care (§ 53, 3 mom.).
 * `ban`: luovutuskielto (§ 59). `consent`: suostumus to give somebody data, or to ask somebody for them.
 * `usePermission`: lupa tietojen käyttöön beyond what the law sets (docs/decisions/0091).
 */
const DeclarationKind = z.enum(['permit', 'ban', 'consent', 'usePermission']).meta({ id: 'DeclarationKind' });
export type DeclarationKind = z.infer<typeof DeclarationKind>;

/** How it was given. An electronic message is written too (13/2003 § 9). */
export const GivenForm = z.enum(['written', 'electronic', 'oral']);

/** Who gave it: the client, or a representative where the client cannot (Laillinen edustaja). */
export const Giver = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('client') }),
  z.strictObject({
    by: z.literal('representative'),
    /** The relation in the client's file that makes a representative of the person. */
    relationId: RelationId,
    because: z.enum(['minor', 'cannotAssess']),
  }),
]);
export type Giver = z.infer<typeof Giver>;

const PermitFor = z.enum(['socialWelfare', 'healthCare']);
/** What a consent allows: giving data to the recipients, or asking them for data. */
const ConsentFor = z.enum(['disclosure', 'source']);

const words = z.string().trim().min(1).max(4000);

/** A recipient as the client named it. */
const NamedRecipient = z.strictObject({
  kind: RecipientKind,
  name: z.string().trim().min(2).max(200),
});
export type NamedRecipient = z.infer<typeof NamedRecipient>;

/** What is sealed of it. */
export const DeclarationContent = z.strictObject({
  /** What the client was told before giving it: its meaning, the data, that it may be withdrawn (§§ 58, 68). */
  information: words,
  /** To whom, of a consent: each named. */
  recipients: z.array(NamedRecipient).max(20).default([]),
  /** For what, of a consent. */
  purpose: words.optional(),
  /** Of which providers a permit for health care speaks (457/2024 § 25). */
  providers: words.optional(),
  /** Why the client could not assess what it means, in words. */
  cannotAssess: words.optional(),
  /** More that was said. */
  words: words.optional(),
});
export type DeclarationContent = z.infer<typeof DeclarationContent>;

export const SealedDeclaration = DeclarationContent.extend({
  /** The representative as the file named the person then. */
  giver: PersonName.extend({ personalIdentityCode: z.string().optional(), role: z.string() }).optional(),
});
export type SealedDeclaration = z.infer<typeof SealedDeclaration>;

/** What anybody may say of a declaration in clear: codes, ids and days. */
export const declarationFacts = {
  kind: DeclarationKind,
  permitFor: PermitFor.optional(),
  consentFor: ConsentFor.optional(),
  scope: Scope,
  giver: Giver,
  form: GivenForm,
  /** The paper or the scanned form on which it was given. */
  attachmentId: AttachmentId.optional(),
  paperId: PaperId.optional(),
  informedOn: LocalDate.optional(),
  givenOn: LocalDate,
  /** The last day, where the client set one. */
  until: LocalDate.optional(),
  /** The worker saw no pressure: it was given of free will (§ 58). */
  voluntary: z.boolean(),
};

const Withdrawal = z.strictObject({
  /** From this moment nothing is given on its strength. */
  at: Instant,
  by: UserId,
  giver: Giver,
  form: GivenForm,
});

export const Declaration = storedItem('declaration', {
  declarationId: DeclarationId,
  clientId: ClientId,
  documentClass: z.literal('permitOrDenial'),
  ...declarationFacts,
  content: Sealed,
  withdrawn: Withdrawal.optional(),
});
export type Declaration = z.infer<typeof Declaration>;
