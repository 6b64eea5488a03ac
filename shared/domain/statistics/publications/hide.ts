import type { Measure } from '../figure-definition.ts';
import type { Figure } from '../model.ts';
import { FEWEST_PUBLISHED, isFew, published } from '../publish.ts';
import { personsBetween } from './behind.ts';
import type { Behind } from './model.ts';
import { emptySpan, isNothing, projection, type Span, type Vector } from './span.ts';
import { type BehindOf, nameOfSum, type Sum } from './sums.ts';

/** What was published before of periods that share months: its sums as they are now, and which of them were shown. */
export type Earlier = { sums: readonly Sum[]; shown: ReadonlySet<string> };
/** A number of the table, with who stands behind it. */
export type Fresh = Sum & { standing?: Behind | undefined };
/** A figure as it was told before, of the same definition and period or of the very same things. */
export type ToldBefore = Figure & { standing?: Behind | undefined };
/** What was told before, each time. */
export type Before = readonly ToldBefore[];

/**
 * The figures of a table as they may be published beside all that was published before. What is few is hidden as in one
 * table; so is what was hidden before, and what differs by few from what was shown before. Then more is hidden, the
 * smallest first, until neither a small number nor a small rest of two numbers can be had by adding and subtracting
 * anything that is shown, in whatever table.
 */
export function publishable(
  fresh: readonly Fresh[],
  earlier: Earlier,
  behindOf: BehindOf,
  before: Before = [],
): Figure[] {
  const figures = published(fresh);
  const told = new Map(figures.map((figure) => [nameIn(fresh, figure), figure]));
  const corrected = fresh.filter((sum) => tellsOfCorrection(sum, before));
  const shown = new Set(
    fresh.flatMap((sum) => {
      const figure = told.get(nameOfSum(sum));
      const isShown = figure?.value !== undefined && !corrected.includes(sum);
      return isShown ? [nameOfSum(sum)] : [];
    }),
  );
  for (const counts of ['events', 'persons', 'days'] as const) {
    hideWhatTells({ counts, fresh, corrected, earlier, behindOf }, shown);
  }
  return figures.map((figure) =>
    figure.hidden === true || shown.has(nameIn(fresh, figure)) ? figure : hiddenOf(figure),
  );
}

const nameIn = ([first]: readonly Sum[], { measure, key }: Figure): string =>
  nameOfSum({ table: first?.table ?? '', measure, ...(key === undefined ? {} : { key }) });

const hiddenOf = ({ measure, key }: Figure): Figure => ({
  measure,
  ...(key === undefined ? {} : { key }),
  hidden: true,
});

/**
 * Who has both publications sees by how much a number was corrected: of few, it tells of them. So do days by whatever
 * they differ, for many of them may be one person's; and so do many times, unless as many persons came or went.
 */
const tellsOfCorrection = ({ measure, key, ...now }: Fresh, before: Before): boolean =>
  before.some((was) => was.measure === measure && was.key === key && tells(was, now));

function tells(was: ToldBefore, { value, counts, standing }: Omit<Fresh, 'measure' | 'key'>): boolean {
  if (was.value === undefined) return true;
  if (value === was.value) return false;
  if (counts === 'days' || Math.abs(value - was.value) < FEWEST_PUBLISHED) return true;
  if (counts === 'persons') return false;
  // Where it was not kept who stood behind it, nobody can say that it was not one person.
  if (was.standing === undefined || standing === undefined) return true;
  return personsBetween(was.standing, standing) < FEWEST_PUBLISHED;
}

type Judged = {
  counts: Measure['counts'];
  fresh: readonly Sum[];
  /** Of the fresh: what by its difference would tell of a correction, and so is as secret as what is few. */
  corrected: readonly Sum[];
  earlier: Earlier;
  behindOf: BehindOf;
};

function hideWhatTells({ counts, fresh, corrected, earlier, behindOf }: Judged, shown: Set<string>): void {
  const isOurs = (sum: Sum): boolean => sum.counts === counts && sum.atoms.size > 0;
  const own = fresh.filter(isOurs);
  const others = metBy(own, earlier.sums.filter(isOurs));
  const known = others.filter((sum) => earlier.shown.has(nameOfSum(sum)));
  const placed = placesOf([...own, ...others]);
  const vectorOf = projection(own.length + known.length);
  const before = spanOf(known.map(({ atoms }) => vectorOf(placed(atoms))));
  /** Of the numbers of the table and of the secrets, what cannot be had of what was shown before. */
  const unknownOf = (atoms: ReadonlySet<number>) => {
    const places = placed(atoms);
    return { places, rest: before.restOf(vectorOf(places)) };
  };
  const all = [...own, ...others];
  const few = [
    ...[...all.filter(isFew), ...corrected.filter(isOurs)].map(({ atoms }) => atoms),
    ...restsOf(all, behindOf),
  ];
  const secrets = new Map(
    few
      .map(unknownOf)
      .filter(({ rest }) => !isNothing(rest))
      .map((secret) => [secret.rest.join(' '), secret]),
  );
  const ours = own.toSorted(bySize).map((sum) => ({ name: nameOfSum(sum), ...unknownOf(sum.atoms) }));
  for (;;) {
    const visible = ours.filter(({ name }) => shown.has(name));
    const span = spanOf(visible.map(({ rest }) => rest));
    const told = [...secrets.values()].filter(({ rest }) => isNothing(span.restOf(rest)));
    if (told.length === 0) return;
    const hidden = new Set(
      told.flatMap((secret) => {
        const near = visible.find(({ places }) => !places.isDisjointFrom(secret.places)) ?? visible[0];
        return near === undefined ? [] : [near.name];
      }),
    );
    if (hidden.size === 0) return;
    for (const name of hidden) shown.delete(name);
  }
}

const bySize = (a: Sum, b: Sum): number => a.value - b.value || (nameOfSum(a) < nameOfSum(b) ? -1 : 1);

/** Of two numbers of which one holds the other, what is left of it, where few stand behind that. */
const restsOf = (sums: readonly Sum[], behindOf: BehindOf): ReadonlySet<number>[] =>
  sums.flatMap((larger) =>
    sums.flatMap((smaller) => {
      if (larger.atoms.size <= smaller.atoms.size || !smaller.atoms.isSubsetOf(larger.atoms)) return [];
      const rest = larger.atoms.difference(smaller.atoms);
      return behindOf(rest) < FEWEST_PUBLISHED ? [rest] : [];
    }),
  );

/** Those that share an atom with one of these, or with one that does, and so on: the others add nothing to what is told. */
function metBy(own: readonly Sum[], others: readonly Sum[]): Sum[] {
  const parents = new Map<number, number>();
  const rootOf = (atom: number): number => {
    let root = atom;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    parents.set(atom, root);
    return root;
  };
  const firstOf = ({ atoms }: Sum): number => Math.min(...atoms);
  for (const sum of [...own, ...others]) {
    const root = rootOf(firstOf(sum));
    for (const atom of sum.atoms) parents.set(rootOf(atom), root);
  }
  const met = new Set(own.map((sum) => rootOf(firstOf(sum))));
  return others.filter((sum) => met.has(rootOf(firstOf(sum))));
}

type Placed = (atoms: ReadonlySet<number>) => ReadonlySet<number>;

/** Atoms that stand in the same sums are one place: no number tells them apart. */
function placesOf(sums: readonly Sum[]): Placed {
  const members = new Map<number, number[]>();
  for (const [at, { atoms }] of sums.entries()) {
    for (const atom of atoms) {
      const own = members.get(atom) ?? [];
      members.set(atom, own);
      own.push(at);
    }
  }
  const places = new Map<string, number>();
  const placeOf = new Map(
    [...members].map(([atom, own]) => {
      const name = own.join(' ');
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return [atom, place];
    }),
  );
  return (atoms) => new Set([...atoms].flatMap((atom) => placeOf.get(atom) ?? []));
}

function spanOf(sums: readonly Vector[]): Span {
  const span = emptySpan();
  for (const sum of sums) span.add(sum);
  return span;
}
