import type { ActContext } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import { monthOf } from '../../kernel/local-date.ts';
import type { Fact, FactKind } from '../../statistics-fact.ts';
import { type Key, workKeys } from '../../table/keys.ts';
import { batchGet } from '../../table/read.ts';
import { FactItem } from './fact-item.ts';

/**
 * Kinds whose facts can be held against the register one by one: their names are keyed hashes of the thing and its
 * version, and the thing alone tells them. Some others are named too, and docs/decisions/0097 says why they are not here.
 * The rest have names of chance, and are not made anew: of two alike nobody could say which is which, and what they tell
 * of (when a case was reopened, an appointment missed) is not kept in the thing as it stands.
 */
export const NAMED_KINDS = [
  'caseNoteFinalised',
  'documentFinalised',
  'subjectRequestDecided',
] as const satisfies readonly FactKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A fact as the register tells it: of something that stands, or that was removed. */
export type Told = { fact: Fact & { kind: NamedKind; about: string }; stands: boolean };
/** And as it is stored: there, and taken back. */
export type Held = Told & { isThere: boolean; isUndone: boolean };

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Which of these facts are stored, and which of them were taken back. */
export async function loadNamedFacts(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  told: readonly Told[],
): Promise<Held[]> {
  const index = await blindIndex(services, controller);
  const named = told.map((one) => {
    const of = index.factAbout(one.fact.kind, one.fact.about);
    const month = monthOf(one.fact.on);
    return {
      ...one,
      there: workKeys.factAbout(controller, month, of),
      undone: workKeys.undoneFact(controller, month, of),
    };
  });
  const keys = named.flatMap(({ there, undone }) => [there, undone]);
  const found = new Set((await batchGet(services.tables, controller, 'records', keys, FactItem)).map(nameOf));
  return named.map(({ there, undone, ...one }) => ({
    ...one,
    isThere: found.has(nameOf(there)),
    isUndone: found.has(nameOf(undone)),
  }));
}
