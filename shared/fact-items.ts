import type { ActContext, Plan } from './act.ts';
import { ageGroupIn } from './age-groups.ts';
import { blindIndex } from './crypto/blind-index.ts';
import { type ClientLabel, openLabel } from './crypto/key-ring.ts';
import { goneFactsOf } from './gone-facts.ts';
import { aboutOf, keep, keeperOf, keptNoLonger, keyOfFact, takesCounted } from './kept-facts.ts';
import { EXPIRES } from './kept-in.ts';
import { type LocalDate, monthOf } from './kernel/local-date.ts';
import { newId } from './new-id.ts';
import { type Fact, StoredFact, TOLD_OF_PERSONS } from './statistics-fact.ts';
import { type Key, statisticsKeys } from './table/keys.ts';

/**
 * What a plan says of what it did, as the figures keep it; and each fact is laid with the thing that it counts, in the same
 * commit. Commit alone writes it.
 */
export async function factItemsOf(
  context: ActContext,
  { changes, facts = [], line }: Pick<Plan<unknown>, 'changes' | 'facts' | 'line'>,
): Promise<Record<string, unknown>[]> {
  if (facts.length === 0 && !takesCounted(changes)) return [];
  const { services, actor, today } = context;
  const { controller } = actor;
  const [index, label] = await Promise.all([blindIndex(services, controller), labelOf(context, facts)]);
  const [ofLine, another] = line.clients;
  const told = facts.map((said) => {
    const {
      clientId = another === undefined ? ofLine : undefined,
      ofNobody,
      about: _,
      of: _of,
      homeMunicipality: livedIn,
      ...what
    } = said;
    const isKnown = clientId !== undefined && ofNobody !== true;
    const person = isKnown ? { person: index.personOfYear(what.on.slice(0, 4), clientId) } : {};
    const whose =
      isKnown && clientId === context.file?.keys.client.clientId ? toldOf(label, what, livedIn) : {};
    const thing = keeperOf(changes, said);
    return { thing, about: aboutOf(thing, said), fact: StoredFact.parse({ ...what, ...person, ...whose }) };
  });
  const where = { controller, index, nonce: () => services.random(12) };
  for (const thing of new Set(told.map((one) => one.thing))) {
    keep(
      where,
      thing,
      told.filter((one) => one.thing === thing),
    );
  }
  const gone = [...told.filter(({ thing }) => EXPIRES.has(thing.entity)), ...keptNoLonger(where, changes)];
  const late = lateFactsOf(context, monthsOver(facts, today));
  return [
    ...told.map((one) => factItem(keyOfFact(controller, index, one), one.fact)),
    ...goneFactsOf(controller, index, gone),
    ...(late === undefined ? [] : [late]),
  ];
}

/** A fact where it stands. */
export const factItem = (key: Key, fact: StoredFact) => ({
  ...key,
  entity: 'fact' as const,
  schemaVersion: 1 as const,
  fact,
});

const monthsOver = (facts: readonly Pick<Fact, 'on'>[], today: LocalDate): string[] => [
  ...new Set(facts.map(({ on }) => monthOf(on)).filter((month) => month < monthOf(today))),
];

/** How many items of a commit facts take: one of a month that is over leaves a mark beside it. */
export const itemsOfFacts = (facts: readonly Fact[], today: LocalDate): number =>
  facts.length + (monthsOver(facts, today).length > 0 ? 1 : 0);

/** A month that is over was stored as sums: what comes to it afterwards leaves a mark, so that it is counted again. */
export function lateFactsOf(
  { services, actor }: ActContext,
  months: readonly string[],
): Record<string, unknown> | undefined {
  if (months.length === 0) return undefined;
  return {
    ...statisticsKeys.lateFacts(actor.controller, newId(services)),
    entity: 'lateFacts',
    schemaVersion: 1,
    months: months.toSorted(),
  };
}

/** What lists show of the client: read with the file already, and opened by the key of lists, which a function asks for once. */
const labelOf = (
  { services, actor, file }: ActContext,
  facts: readonly Fact[],
): Promise<ClientLabel> | undefined =>
  file === undefined || !facts.some(({ kind }) => TOLD_OF_PERSONS.has(kind))
    ? undefined
    : openLabel(services, actor.controller, file.keys.client);

/** The label lacks the municipality under a safety ban: so does the fact. */
function toldOf(
  label: ClientLabel | undefined,
  { kind, on, undoes }: Fact,
  livedIn: string | undefined,
): Partial<StoredFact> {
  if (label === undefined || undoes === true || !TOLD_OF_PERSONS.has(kind)) return {};
  const { birthYear, municipality } = label;
  const ageGroup = birthYear === undefined ? undefined : ageGroupIn(Number(on.slice(0, 4)), birthYear);
  return {
    ...(ageGroup === undefined ? {} : { ageGroup }),
    ...(municipality === undefined ? {} : { homeMunicipality: livedIn ?? municipality }),
  };
}
