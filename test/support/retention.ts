import * as z from 'zod';
import { dispose } from '../../functions/retention/dispose.ts';
import { gather } from '../../functions/retention/gather.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { pdfOf, sentIn } from './attachments.ts';
import { anEntry, newClient, write } from './case-notes.ts';
import { act, openedCase } from './cases.ts';
import { aDraft, finished, summaryOf } from './documents.ts';
import { dumpOf } from './dump.ts';
import { done } from './matters.ts';
import { changedTo, inventedCode } from './people.ts';
import type { Told, Worker, World } from './world.ts';

/** Files that are closed, and the officials who see to their disposal. */

/** Words that stand in the file alone: wherever one is found, the content is. */
export const SECRETS = ['marsunhoitaja', 'hamsterihäkki', 'kanilaidun'];

export type Closed = { world: World; worker: Worker; clientId: ClientId; caseId: string };

/** A case with an entry, a long one, a document, an attachment and what hangs on them, closed on 24 November 2026. */
export async function closedFile(
  world: World,
  more: { born?: string; nth?: number; tasks?: string[]; name?: string; childrenBorn?: string[] } = {},
): Promise<Closed> {
  const {
    born = '1980-03-09',
    nth = 901,
    tasks = ['workingAge'],
    name = 'Suljettu Sanni',
    childrenBorn,
  } = more;
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const code = inventedCode(LocalDate.parse(born), nth);
  const clientId = await newClient(world, worker, { name, code });
  const ofCase = { serviceTasks: tasks };
  const about = childrenBorn === undefined ? {} : { childrenBorn };
  const caseId = await openedCase(world, worker, clientId, { ...ofCase, ...about });
  const entry = { caseId, ...ofCase };
  done(await write(worker, clientId, anEntry(entry, { text: `Keskusteltiin: ${SECRETS[0]}.` })));
  const long = `${SECRETS[1]} `.repeat(600).slice(0, 8000).trim();
  done(await write(worker, clientId, anEntry(entry, { text: long })));
  const documentId = await finished(
    worker,
    clientId,
    aDraft({ ...entry, content: summaryOf(`Yhteenveto: ${SECRETS[2]}.`) }),
  );
  const belongsTo = { kind: 'document', id: documentId };
  await sentIn(world, worker, clientId, await pdfOf(1), { belongsTo, serviceTasks: [] });
  await world.drained();
  done(await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
  await world.drained();
  return { world, worker, clientId, caseId };
}

export const died = async ({ world, worker, clientId }: Closed, diedOn: string): Promise<void> => {
  const source = { kind: 'populationRegister', channel: 'register' };
  done(await changedTo(worker, clientId, '/death', { diedOn, source }));
  await world.drained();
};

export const ended = async ({ worker, clientId }: Closed, endedOn: string): Promise<void> => {
  done(await changedTo(worker, clientId, '/relationship/end', { endedOn, ground: 'died' }));
};

/** To noon of a day of Helsinki, in winter time. */
export const at = (world: World, day: string): void => world.clock.set(Instant.parse(`${day}T10:00:00.000Z`));

export const gathered = (world: World, input?: unknown) => gather(world.services, [world.controller], input);
export const disposed = (world: World, input?: unknown) => dispose(world.services, [world.controller], input);

const Row = z.looseObject({
  unitId: z.string(),
  state: z.string(),
  exception: z.string().optional(),
  dueMonth: z.string(),
  reasons: z.array(z.looseObject({ source: z.string() })),
  version: z.int(),
  finalOn: z.string().optional(),
  package: z.looseObject({ manifest: z.string(), sha256: z.string(), entries: z.int() }).optional(),
  removed: z.record(z.string(), z.int()).optional(),
});

export const listAt = (month: string): string => `/v1/retention/lists/${month}`;

export const rowsOf = async (worker: Worker, month: string, query = '') =>
  z.object({ rows: z.array(Row) }).parse(done(await worker.call('GET', `${listAt(month)}/units${query}`)))
    .rows;

const Lists = z.object({
  lists: z.array(z.looseObject({ month: z.string(), state: z.string(), version: z.int() })),
});
export async function stateOfList(worker: Worker, month: string) {
  const { lists } = Lists.parse(done(await worker.call('GET', '/v1/retention/lists')));
  const found = lists.find((list) => list.month === month);
  if (found === undefined) throw new Error(`There is no list of ${month}.`);
  return found;
}

export const actOnList = async (worker: Worker, month: string, what: 'propose' | 'approve'): Promise<Told> =>
  worker.call('POST', `${listAt(month)}/${what}`, { version: (await stateOfList(worker, month)).version });

/** Proposed by one, approved by the other. */
export async function approved(proposer: Worker, approver: Worker, month: string): Promise<void> {
  done(await actOnList(proposer, month, 'propose'));
  done(await actOnList(approver, month, 'approve'));
}

/** Those of the items that name it. */
export const naming = (items: readonly Record<string, unknown>[], id: string) =>
  items.filter((item) => JSON.stringify(item).includes(id));

export async function officials(world: World): Promise<{ archivist: Worker; manager: Worker }> {
  return { archivist: await world.worker('archive'), manager: await world.worker('management') };
}

/** What a table still has of it, without what the table itself takes away when its time is over. */
export async function leftOf(world: World, id: string): Promise<unknown[]> {
  const now = Date.parse(world.clock.now()) / 1000;
  const items = naming(await dumpOf(world.services, 'records'), id);
  const kept = items.filter(({ ttl }) => typeof ttl !== 'number' || ttl > now);
  return [...new Set(kept.map(({ entity }) => entity))];
}
