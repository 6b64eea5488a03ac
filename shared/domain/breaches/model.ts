import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { BreachId, ClientId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { ReasonWords } from '../log-requests/model.ts';

/**
 * Henkilötietojen tietoturvaloukkaus ((EU) 2016/679 art. 33–34): every breach is on record with its facts, effects and
 * measures; the authority is told in 72 hours unless a risk is unlikely, and the clients where the risk is high. The
 * articles are from memory, unverified.
 */
export const BreachKind = z.enum(['confidentiality', 'integrity', 'availability']).meta({ id: 'BreachKind' });

/**
 * Why clients are not told one by one (art. 34(3)): what was protected so that nobody can read it, a later measure by
 * which the high risk is no longer likely, or an effort out of proportion, in whose place everybody is told in public.
 */
export const TellingException = z
  .enum(['unintelligible', 'laterMeasures', 'publicCommunication'])
  .meta({ id: 'BreachTellingException' });
export const BreachRisk = z.enum(['unlikely', 'risk', 'high']).meta({ id: 'BreachRisk' });

/** What is sealed of a breach, under the controller's own key: it tells of workers, and may tell of clients. */
export const BreachContent = z
  .strictObject({
    /** What happened, whose data and which. */
    facts: ReasonWords,
    consequences: ReasonWords.optional(),
    measures: ReasonWords.optional(),
    /** Why the risk is what it is. */
    riskReasons: ReasonWords.optional(),
    /** Why the authority was told later than in 72 hours. */
    delayReasons: ReasonWords.optional(),
    /** What the clients are told, in plain words: of no client in particular. */
    toClients: ReasonWords.optional(),
    /** Why the clients are not told one by one, and where all were told in public. */
    waiverReasons: ReasonWords.optional(),
    publishedWhere: z.string().max(500).optional(),
  })
  .meta({ id: 'BreachContent' });
export type BreachContent = z.infer<typeof BreachContent>;

/** Searches begun at once and not looked through to their end: no more than an officer keeps an eye on. */
export const MOST_UNFINISHED = 20;

export const Breach = storedItem('breach', {
  breachId: BreachId,
  state: z.enum(['open', 'closed']),
  kinds: z.array(BreachKind).min(1).max(3),
  /** When the controller became aware of it: the 72 hours run from here. */
  knownAt: Instant,
  authorityDueAt: Instant,
  risk: BreachRisk.optional(),
  authorityToldAt: Instant.optional(),
  waived: z
    .strictObject({
      exception: TellingException,
      on: LocalDate,
      by: UserId,
      publishedOn: LocalDate.optional(),
    })
    .optional(),
  content: Sealed,
  /** In how many stored pages the clients lie that were found from the log. */
  pages: z.int().nonnegative(),
  /** Searches of the log that have more to look through: whose use, and of what time. */
  unfinished: z
    .array(
      z.strictObject({
        userIds: z.array(UserId).optional(),
        unitId: UnitId.optional(),
        from: Instant,
        to: Instant,
      }),
    )
    .max(MOST_UNFINISHED)
    .optional(),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(['recorded', 'assessed', 'authorityTold', 'searched', 'clientTold', 'waived', 'closed']),
        at: Instant,
        by: UserId,
      }),
    )
    .max(2000),
});
export type Breach = z.infer<typeof Breach>;

/** Clients in whose data the log shows a use that was part of the breach: so many a page. */
export const CLIENTS_A_PAGE = 50;
export const AffectedPage = storedItem('affectedPage', {
  breachId: BreachId,
  page: z.int().nonnegative(),
  clientIds: z.array(ClientId).min(1).max(CLIENTS_A_PAGE),
});
export type AffectedPage = z.infer<typeof AffectedPage>;

/** That one client was told, when and how. */
export const AffectedTold = storedItem('affectedTold', {
  breachId: BreachId,
  clientId: ClientId,
  toldOn: LocalDate,
  way: z.enum(['letter', 'secureMessage', 'inPerson', 'phone']),
});
export type AffectedTold = z.infer<typeof AffectedTold>;
