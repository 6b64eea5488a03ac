/**
 * Atomit: things that every sum holds together or not at all are one, for no number tells them apart. So what a sum adds
 * up is held by few names, however many cells and persons it is of.
 */
export type Atoms = {
  /** Notes a sum by what it adds up, each by its number, however often it is named. */
  add: (members: Iterable<number>) => Noted;
  /** The atoms of a sum, when all sums were noted. */
  of: (sum: Noted) => ReadonlySet<number>;
  /** The atom that a thing is in. */
  at: (member: number) => number;
};
/** The parts of a sum as they were when it was noted: what was parted since is found by them. */
type Noted = readonly number[];

/** @param count of the things: they are numbered from nothing on. */
export function newAtoms(count: number): Atoms {
  /** In which group each thing is; which part a group is of now, and how many are in it. */
  const groupOf = new Uint32Array(count);
  const partOf = [0];
  const sizes = [count];
  /** What a part was parted into. */
  const partedInto: ([number, number] | undefined)[] = [undefined];
  const isMet = new Uint8Array(count);

  const newPart = (): number => partedInto.push(undefined) - 1;

  /** Those of a group that the sum holds leave it for a group of their own. @returns the part that they are. */
  function parted(group: number, met: number): { group: number; part: number } {
    const whole = partOf[group] ?? 0;
    if (sizes[group] === met) return { group, part: whole };
    const [held, rest] = [newPart(), newPart()];
    partedInto[whole] = [held, rest];
    partOf[group] = rest;
    sizes[group] = (sizes[group] ?? 0) - met;
    sizes.push(met);
    return { group: partOf.push(held) - 1, part: held };
  }

  return {
    add(members) {
      const met = new Map<number, number>();
      const once: number[] = [];
      for (const member of members) {
        if (isMet[member] === 1) continue;
        isMet[member] = 1;
        once.push(member);
        const group = groupOf[member] ?? 0;
        met.set(group, (met.get(group) ?? 0) + 1);
      }
      const found = new Map([...met].map(([group, many]) => [group, parted(group, many)]));
      for (const member of once) {
        isMet[member] = 0;
        groupOf[member] = found.get(groupOf[member] ?? 0)?.group ?? 0;
      }
      return [...found.values()].map(({ part }) => part);
    },
    of(sum) {
      const atoms = new Set<number>();
      const open = [...sum];
      for (let part = open.pop(); part !== undefined; part = open.pop()) {
        const into = partedInto[part];
        if (into === undefined) atoms.add(part);
        else open.push(...into);
      }
      return atoms;
    },
    at: (member) => partOf[groupOf[member] ?? 0] ?? 0,
  };
}
