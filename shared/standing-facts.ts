import type { ActContext } from './act.ts';
import { blindIndex } from './crypto/blind-index.ts';
import { type NamedFact, openKept } from './kept-facts.ts';
import type { Thing } from './kept-in.ts';
import type { LocalDate } from './kernel/local-date.ts';
import type { Fact, FactKind } from './statistics-fact.ts';

/**
 * What a thing is counted as now, of these kinds: what it keeps, without what was taken back since. None of what was
 * recorded before things kept it.
 */
export async function standingFacts(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  thing: Thing,
  kinds: readonly FactKind[],
): Promise<NamedFact[]> {
  const index = await blindIndex(services, controller);
  const told = openKept({ controller, index }, thing).filter(({ fact }) => kinds.includes(fact.kind));
  const taken = told.filter(({ fact }) => fact.undoes === true);
  return told.filter(
    (one) =>
      one.fact.undoes !== true &&
      !taken.some(({ about, fact }) => about === one.about && fact.kind === one.fact.kind),
  );
}

/**
 * Takes a fact back and tells it of another day, by the name of the thing as it is from this act on. It is counted where
 * the first was: in that unit, under those tasks, of somebody who lived there.
 */
export function toldAnew(
  { about, fact }: NamedFact,
  on: LocalDate,
  more: Pick<Fact, 'days' | 'of'> = {},
): Fact[] {
  const { person: _person, ageGroup: _ageGroup, ...said } = fact;
  const { of } = more;
  return [
    { kind: said.kind, on: said.on, about, undoes: true, ...(of === undefined ? {} : { of }) },
    { ...said, on, ...more },
  ];
}
