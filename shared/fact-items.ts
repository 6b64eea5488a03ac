import type { ActContext, Plan } from './act.ts';
import { ageGroupIn } from './age-groups.ts';
import { type BlindIndex, blindIndex } from './crypto/blind-index.ts';
import { type ClientLabel, openLabel } from './crypto/key-ring.ts';
import type { ControllerId } from './kernel/id.ts';
import { type LocalDate, monthOf } from './kernel/local-date.ts';
import { newId } from './new-id.ts';
import { type Fact, StoredFact, TOLD_OF_PERSONS } from './statistics-fact.ts';
import { type Key, statisticsKeys, workKeys } from './table/keys.ts';

/** What a plan says of what it did, as the figures keep it. Commit alone writes it. */
export async function factItemsOf(
  context: ActContext,
  { facts = [], line }: Pick<Plan<unknown>, 'facts' | 'line'>,
): Promise<Record<string, unknown>[]> {
  if (facts.length === 0) return [];
  const { services, actor } = context;
  const index = await blindIndex(services, actor.controller);
  const [ofLine, another] = line.clients;
  const label = await labelOf(context, facts);
  const items = facts.map(
    ({ clientId = another === undefined ? ofLine : undefined, ofNobody, about, ...fact }) => {
      const isKnown = clientId !== undefined && ofNobody !== true;
      const person = isKnown ? { person: index.personOfYear(fact.on.slice(0, 4), clientId) } : {};
      const told = isKnown && clientId === context.file?.keys.client.clientId ? toldOf(label, fact) : {};
      return {
        ...keyOf(
          actor.controller,
          index,
          { ...fact, ...(about === undefined ? {} : { about }) },
          newId(services),
        ),
        entity: 'fact',
        schemaVersion: 1,
        fact: StoredFact.parse({ ...fact, ...person, ...told }),
      };
    },
  );
  const late = lateFactsOf(context, facts);
  return late === undefined ? items : [...items, late];
}

const monthsOver = (facts: readonly Pick<Fact, 'on'>[], today: LocalDate): string[] => [
  ...new Set(facts.map(({ on }) => monthOf(on)).filter((month) => month < monthOf(today))),
];

/** How many items of a commit facts take: one of a month that is over leaves a mark beside it. */
export const itemsOfFacts = (facts: readonly Fact[], today: LocalDate): number =>
  facts.length + (monthsOver(facts, today).length > 0 ? 1 : 0);

/** A month that is over was stored as sums: what comes to it afterwards leaves a mark, so that it is counted again. */
function lateFactsOf(
  { services, actor, today }: ActContext,
  facts: readonly Fact[],
): Record<string, unknown> | undefined {
  const months = monthsOver(facts, today);
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
function toldOf(label: ClientLabel | undefined, { kind, on, undoes }: Fact): Partial<StoredFact> {
  if (label === undefined || undoes === true || !TOLD_OF_PERSONS.has(kind)) return {};
  const { birthYear, municipality } = label;
  const ageGroup = birthYear === undefined ? undefined : ageGroupIn(Number(on.slice(0, 4)), birthYear);
  return {
    ...(ageGroup === undefined ? {} : { ageGroup }),
    ...(municipality === undefined ? {} : { homeMunicipality: municipality }),
  };
}

function keyOf(
  controller: ControllerId,
  index: BlindIndex,
  { kind, on, about, undoes }: Fact,
  factId: string,
): Key {
  const month = on.slice(0, 7);
  if (about === undefined) return workKeys.fact(controller, month, factId);
  const of = index.factAbout(kind, about);
  return undoes === true
    ? workKeys.undoneFact(controller, month, of)
    : workKeys.factAbout(controller, month, of);
}
