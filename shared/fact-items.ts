import type { ActContext, Plan } from './act.ts';
import { type BlindIndex, blindIndex } from './crypto/blind-index.ts';
import type { ControllerId } from './kernel/id.ts';
import { monthOf } from './kernel/local-date.ts';
import { newId } from './new-id.ts';
import { type Fact, StoredFact } from './statistics-fact.ts';
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
  const items = facts.map(
    ({ clientId = another === undefined ? ofLine : undefined, ofNobody, about, ...fact }) => {
      const person =
        clientId === undefined || ofNobody === true
          ? {}
          : { person: index.personOfYear(fact.on.slice(0, 4), clientId) };
      return {
        ...keyOf(
          actor.controller,
          index,
          { ...fact, ...(about === undefined ? {} : { about }) },
          newId(services),
        ),
        entity: 'fact',
        schemaVersion: 1,
        fact: StoredFact.parse({ ...fact, ...person }),
      };
    },
  );
  const late = lateFactsOf(context, facts);
  return late === undefined ? items : [...items, late];
}

/** A month that is over was stored as sums: what comes to it afterwards leaves a mark, so that it is counted again. */
function lateFactsOf(
  { services, actor, today }: ActContext,
  facts: readonly Fact[],
): Record<string, unknown> | undefined {
  const months = new Set(facts.map(({ on }) => monthOf(on)).filter((month) => month < monthOf(today)));
  if (months.size === 0) return undefined;
  return {
    ...statisticsKeys.lateFacts(actor.controller, newId(services)),
    entity: 'lateFacts',
    schemaVersion: 1,
    months: [...months].toSorted(),
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
