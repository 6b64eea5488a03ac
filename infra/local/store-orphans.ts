import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What one launcher notes of the store it started, so that a later one can end it if the first was killed. */
const Note = z.object({
  pid: z.int().positive(),
  owner: z.int().positive(),
  marks: z.array(z.string()),
  /** Where it answers. */
  endpoint: z.url().optional(),
});
type Note = z.infer<typeof Note>;

const NOTE_NAME = /^store-\d+\.pid$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Parent and command line of a process; undefined where they can't be known. */
function lookAt(pid: number): { parent: number; command: string } | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the name in parentheses and may itself hold spaces: count from its end.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return { parent: Number.parseInt(line, 10), command: line };
  } catch {
    return undefined;
  }
}

/** Pids are used again by others: ours is the process whose command line has everything we gave it. */
function isOurs(note: Note, command: string): boolean {
  return note.marks.every((mark) => command.includes(mark));
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between, which is what was wanted.
  }
}

function readNote(file: string): Note | undefined {
  try {
    const parsed = Note.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends the stores in the folder's notes whose launcher is gone, and clears their notes. Returns the pids of
 * those that still have their launcher: two stores on one database file would spoil it.
 */
export function sweepOrphans(folder: string): number[] {
  const owned: number[] = [];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder).filter((each) => NOTE_NAME.test(each))) {
    const file = join(folder, name);
    const note = readNote(file);
    const seen = note === undefined ? undefined : lookAt(note.pid);
    if (note !== undefined && seen !== undefined && isOurs(note, seen.command)) {
      if (seen.parent === note.owner && isRunning(note.owner)) {
        owned.push(note.pid);
        continue;
      }
      end(note.pid);
    }
    rmSync(file, { force: true });
  }
  return owned;
}

/** Where the store of a folder answers, when somebody runs it now. */
export function runningStore(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder).filter((each) => NOTE_NAME.test(each)) : [];
  const running = names
    .flatMap((name) => readNote(join(folder, name)) ?? [])
    .filter((note) => isRunning(note.owner) && isOurs(note, lookAt(note.pid)?.command ?? ''));
  return running[0]?.endpoint;
}

/** Notes a started store; the returned function removes the note when it has ended. */
export function noteStore(folder: string, pid: number, marks: string[], endpoint: string): () => void {
  const file = join(folder, `store-${pid}.pid`);
  const note: Note = { pid, owner: process.pid, marks, endpoint };
  // Another launcher may be reading the notes right now: it must find the whole of this one or none of it.
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return () => rmSync(file, { force: true });
}
