import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import { type ControllerId, epochMsOfId, type SignId, type UnitId } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { outOfIndexes } from '../../table/item.ts';
import { type Key, signKeys } from '../../table/keys.ts';
import type { Asked } from '../../table/lists.ts';
import { getItem, type Page, query, queryAll } from '../../table/read.ts';
import { DayOfUse, OutcomeWords, Sign, SignRun } from './model.ts';

/** What is stored of signs: by the month of the day they are of, with rows for those who look into them. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

export const signKeyOf = ({ actor: { controller } }: Where, signId: SignId): Key =>
  signKeys.sign(controller, instantOf(epochMsOfId(signId)).slice(0, 7), signId);

/** A sign with its index attributes as its state says. */
export function indexedSign(sign: Sign, controller: ActContext['actor']['controller']): Sign {
  const rest = outOfIndexes(sign);
  const { state, signId, unitId } = sign;
  return {
    ...rest,
    ...(state === 'reviewed'
      ? endingOf(sign, controller)
      : { g1pk: signKeys.waiting(controller, state), g1sk: signKeys.inOrder(signId) }),
    g2pk: signKeys.unit(controller, unitId),
    g2sk: state === 'reviewed' ? signKeys.unitReviewed(signId) : signKeys.unitOpen(signId),
  };
}

/** What was looked into is kept from then on for some months: more of them where the last word is a suspicion. */
function endingOf({ signId, outcomes }: Sign, controller: ControllerId): Pick<Sign, 'g1pk' | 'g1sk'> {
  const last = outcomes.at(-1);
  if (last === undefined) return {};
  const kind = last.outcome === 'misuseSuspected' ? 'suspected' : 'reviewed';
  return {
    g1pk: signKeys.ending(controller, kind),
    g1sk: signKeys.endingFrom(helsinkiDateOf(last.at), signId),
  };
}

/** What was looked into last before a day, and by which misuse was suspected or not. */
export const signsLookedIntoBefore = (
  { services, actor: { controller } }: Where,
  kind: 'reviewed' | 'suspected',
  before: LocalDate,
): Promise<Sign[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: signKeys.ending(controller, kind),
      span: signKeys.spans.lookedIntoBefore(before),
    },
    Sign,
  );

export const loadSign = (where: Where, signId: SignId): Promise<Sign | undefined> =>
  getItem(where.services.tables, where.actor.controller, 'records', signKeyOf(where, signId), Sign);

/** What is to be looked into in a unit, the earliest first; or what was, the latest first. */
export const signsOfUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  { reviewed, ...asked }: Asked & { reviewed: boolean },
): Promise<Page<Sign>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: signKeys.unit(controller, unitId),
      span: reviewed ? signKeys.spans.unitReviewed : signKeys.spans.unitOpen,
      descending: reviewed,
      ...paged(asked),
    },
    Sign,
  );

/** What waits for the data-protection officer, the earliest first. */
export const escalatedSigns = (
  { services, actor: { controller } }: Where,
  asked: Asked,
): Promise<Page<Sign>> =>
  query(
    services.tables,
    controller,
    { table: 'records', index: 'gsi1', pk: signKeys.waiting(controller, 'escalated'), ...paged(asked) },
    Sign,
  );

/** What is of before a day and in this state still. */
export const signsWaitingSince = (
  { services, actor: { controller } }: Where,
  state: 'open' | 'escalated',
  before: SignId,
): Promise<Sign[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: signKeys.waiting(controller, state),
      span: signKeys.spans.before(before),
    },
    Sign,
  );

/** A page of the signs of a month: read on until there is none, a report costs what the month holds. */
export const signsOfMonth = (
  { services, actor: { controller } }: Where,
  month: string,
  asked: Asked,
): Promise<Page<Sign>> =>
  query(
    services.tables,
    controller,
    { table: 'records', pk: signKeys.month(controller, month), ...paged(asked) },
    Sign,
  );

export const loadSignRun = (
  { services, actor: { controller } }: Where,
  on: LocalDate,
): Promise<SignRun | undefined> =>
  getItem(services.tables, controller, 'records', signKeys.run(controller, on), SignRun);

/** What the days of a unit's workers had, before a day. */
export const daysOfUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  { from, before }: { from: LocalDate; before: LocalDate },
): Promise<DayOfUse[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: signKeys.unit(controller, unitId),
      span: signKeys.spans.unitDays(from, before),
    },
    DayOfUse,
  );

const place = ({ pk, sk }: Key, nth: number) => ({
  table: 'records',
  pk,
  sk,
  attribute: `outcome${nth}`,
});

/** Words of the nth outcome: they tell of how work was done, so that they are the controller's and under no client's key. */
export const sealOutcome = (
  { services, actor: { controller } }: Where,
  key: Key,
  nth: number,
  words: string,
): Promise<Sealed> => controllerRing(services, controller).seal(place(key, nth), 1, words);

export const openOutcome = (
  { services, actor: { controller } }: Where,
  sign: Sign,
  nth: number,
  words: Sealed,
): Promise<string> => controllerRing(services, controller).open(words, place(sign, nth), OutcomeWords);
