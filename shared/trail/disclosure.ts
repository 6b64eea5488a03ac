import * as z from 'zod';
import { ClientId } from '../kernel/id.ts';
import { LocalDate } from '../kernel/local-date.ts';

/**
 * Luovutusloki (703/2023 § 10): what left the controller, to whom, when, for what, and by which provision, permit or
 * consent. A line with this part is of the disclosure log, every other of the use log. What was handed out, whose it
 * was and who handed it out say the line's `resources`, `dataGroups`, `clients`, `controller` and `userIdentity`.
 * Codes, ids and citations of statutes: a recipient's name or a ground in words lies sealed where `reference` names it.
 */

/** Luovutuksen saaja. `representative`: custodian, guardian, authorised. `party`: another who has a voice in the matter. */
export const RecipientKind = z.enum(['representative', 'party', 'authority', 'court', 'provider', 'other']);
export type RecipientKind = z.infer<typeof RecipientKind>;

/**
 * Käyttötarkoitus, johon tiedot luovutettiin. `hearing`: a party is heard (434/2003 34, 36 §). `partyAccess`: a party's
 * right to know (621/1999 11 §). `rightsOfClient`:
 * a representative uses the client's own right (703/2023 50 §). `asRecorded`: said in words, sealed where the ground is.
 */
export const Purpose = z.enum([
  'serviceOfDecision',
  'serviceOfReviewResult',
  'hearing',
  'informingOfClienthood',
  'transferOfMatter',
  'courtProceedings',
  'authorityTask',
  'partyAccess',
  'rightsOfClient',
  'careOfClient',
  'benefit',
  'crimeInvestigation',
  'threatAssessment',
  'activationPlan',
  'statistics',
  'rightsAfterDeath',
  'research',
  'asRecorded',
]);

/** Säännös: a statute and its section, such as `434/2003 54 §`. No words fit in it, and so no name does. */
export const Provision = z
  .string()
  .max(80)
  .regex(
    /^\d{1,4}\/\d{4}(?:[ ,]*(?:§{1,2}|\d{1,3}(?:–\d{1,3})?|[a-z]\b|luku|mom\.))*$/,
    'a statute and section: 434/2003 54 §',
  );

const Reference = z.string().max(64);

export const Disclosure = z
  .strictObject({
    /** The day on which it was handed out: it may have been recorded later. */
    on: LocalDate,
    /** Whose data it was, where the line names others beside. */
    client: ClientId.optional(),
    recipient: z.strictObject({
      kind: RecipientKind,
      /** A relation of the client, or the entry in whose sealed words the recipient stands. */
      reference: Reference.optional(),
    }),
    purpose: Purpose,
    ground: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('provision'), provision: Provision }),
      /** Luovutuslupa, suostumus: the one it rests on. */
      z.strictObject({ kind: z.enum(['permit', 'consent']), reference: Reference }),
      /** The worker wrote it in words, which are sealed in the entry named. */
      z.strictObject({ kind: z.literal('recorded'), reference: Reference }),
    ]),
  })
  .meta({ id: 'Disclosure' });
export type Disclosure = z.infer<typeof Disclosure>;
