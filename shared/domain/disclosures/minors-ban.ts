import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, MinorsBanId, RelationId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { Scope } from './scope.ts';

/**
 * Alaikäisen kielto: a minor forbids giving data to a custodian, another legal representative or another who has a right
 * to know (703/2023 § 51). An official judges age and maturity, the nature of the matter, the reason's weight, and
 * whether silence would clearly be against the minor's interest; the ban and its reason are recorded, and so are the
 * grounds where it is denied (§ 40). No age is set: each is judged.
 */
const words = z.string().trim().min(10).max(4000);

export const BanJudgement = z
  .strictObject({
    /** Old and mature enough for a matter of this nature. */
    capable: z.boolean(),
    /** The reason given is weighty (painava syy). */
    weightyReason: z.boolean(),
    /** Silence would clearly be against the minor's interest. */
    againstInterest: z.boolean(),
  })
  .meta({ id: 'MinorsBanJudgement' });
export type BanJudgement = z.infer<typeof BanJudgement>;

export const BanContent = z.strictObject({
  /** Why, as the minor put it. */
  reason: words,
  /** Age and maturity as the official saw them, and the nature of the matter. */
  ageAndMaturity: words,
  natureOfMatter: words,
  /** Ratkaisun perustelut: said where the ban is denied. */
  grounds: words.optional(),
});
export type BanContent = z.infer<typeof BanContent>;

export const MinorsBan = storedItem('minorsBan', {
  banId: MinorsBanId,
  clientId: ClientId,
  documentClass: z.literal('permitOrDenial'),
  state: z.enum(['inForce', 'denied', 'lifted']),
  askedOn: LocalDate,
  /** Relations of the minor's file: whom it is aimed at. */
  towards: z.array(RelationId).min(1).max(10),
  scope: Scope,
  judged: BanJudgement,
  content: Sealed,
  lifted: z
    .strictObject({ at: Instant, by: UserId, because: z.enum(['minorAsked', 'judgedAnew']) })
    .optional(),
});
export type MinorsBan = z.infer<typeof MinorsBan>;

/** «Painavasta syystä … jollei se ole selvästi alaikäisen edun vastaista» (§ 51, 2 mom.). */
export const isBanJustified = ({ capable, weightyReason, againstInterest }: BanJudgement): boolean =>
  capable && weightyReason && !againstInterest;
