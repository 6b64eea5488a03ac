import type { JobRole } from '../../shared/access/job-roles.ts';
import { PRIVATE } from '../../shared/access/role-groups.ts';
import type { PartyId } from '../../shared/kernel/id.ts';
import type { Door } from './doors-of-matter.ts';
import type { Matter } from './whole-matter.ts';
import type { GrantOverrides, Worker, World } from './world.ts';

/**
 * Tables of decree 457/2024, written by hand from the decree: a column for a worker, a row for what a matter left in
 * the file, x where the worker may know of it.
 */
export type Table = { names: string[]; may: (reader: string, name: string) => boolean };

const NAME = 26;

export function tableOf(text: string): Table {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const columns = head.trim().split(/ +/);
  const rows = new Map(
    lines.map((line) => [line.slice(0, NAME).trim(), line.slice(NAME).trim().split(/ +/)]),
  );
  return {
    names: [...rows.keys()],
    may: (reader, name) => rows.get(name)?.[columns.indexOf(reader)] === 'x',
  };
}

export type Reader = { role: JobRole; grant: GrantOverrides };
export const reader = (role: JobRole, grant: GrantOverrides): Reader => ({ role, grant });

/** Workers with a grant each, by their columns. */
export async function workersOf(
  world: World,
  readers: Readonly<Record<string, Reader>>,
  /** For whom those of private social welfare work. */
  providerId?: PartyId,
): Promise<(name: string) => Worker> {
  const workers = new Map<string, Worker>();
  for (const [name, { role, grant }] of Object.entries(readers)) {
    const isPrivate = PRIVATE.includes(role) && providerId !== undefined;
    workers.set(name, await world.worker(role, isPrivate ? { ...grant, providerId } : grant));
  }
  return (name) => {
    const found = workers.get(name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
}

type Seen = Record<string, string[]>;

/** What a worker sees through every door, and what the tables give the worker there. */
export async function seenAndGiven(
  worker: Worker,
  name: string,
  of: { matter: Matter; doors: Readonly<Record<string, Door>>; tables: readonly Table[] },
): Promise<{ seen: Seen; given: Seen }> {
  const seen: Seen = {};
  const given: Seen = {};
  for (const [door, { names, ask }] of Object.entries(of.doors)) {
    const found = new Set(await ask(worker));
    seen[door] = names.filter((row) => found.has(of.matter.ids[row] ?? ''));
    given[door] = names.filter((row) => of.tables.some((table) => table.may(name, row)));
  }
  return { seen, given };
}
