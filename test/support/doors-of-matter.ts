import * as z from 'zod';
import { type Matter, WORD } from './whole-matter.ts';
import type { Told, Worker } from './world.ts';

/** A way to see something of a file: which of the matter’s names lie behind it, and the ids that a reader finds there. */
export type Door = { names: readonly string[]; ask: (reader: Worker) => Promise<string[]> };

/** A list, whose rows have an id. */
type Listing = { path: string; member: string; id: string; body?: Record<string, unknown> };

const NEVER_WAS = '01KBN4PZ0000000000000000ZZ';
const Rows = z.array(z.record(z.string(), z.unknown()));
const Cursor = z.string().optional();
const Problem = z.object({ status: z.int(), code: z.string(), title: z.string() });

/** The answer to a worker of whose role the act is. @throws Error for any other refusal. */
async function allowed(telling: Promise<Told>): Promise<Told['json'] | undefined> {
  const { status, json, body } = await telling;
  if (status === 200) return json;
  if (status === 403 && json['code'] === 'access.notAllowed') return undefined;
  throw new Error(`${status} ${body ?? ''}`);
}

/**
 * A list read a row at a time: each page has its row, and none follows the last that the reader may know of. So
 * neither a short page nor a next one tells how much is hidden.
 */
async function walked(reader: Worker, { path, member, id, body }: Listing): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 1, ...(cursor === undefined ? {} : { cursor }) };
    const query = new URLSearchParams({ ...page, limit: '1' }).toString();
    const json = await allowed(
      body === undefined
        ? reader.call('GET', `${path}?${query}`)
        : reader.call('POST', path, { body: { ...body, ...page } }),
    );
    if (json === undefined) return found;
    const rows = Rows.parse(json[member]);
    cursor = Cursor.parse(json['next']);
    if (cursor !== undefined && rows.length !== 1) throw new Error(`${path} tells of what is hidden`);
    found.push(...rows.map((row) => String(row[id] ?? row['noteId'])));
  } while (cursor !== undefined);
  return found;
}

/** Whatever the reader may not open looks like what never was. */
async function opened(
  reader: Worker,
  ids: readonly string[],
  pathOf: (id: string) => string,
): Promise<string[]> {
  const nothing = Problem.parse((await reader.call('GET', pathOf(NEVER_WAS))).json);
  const seen: string[] = [];
  for (const id of ids) {
    const { status, json, body } = await reader.call('GET', pathOf(id));
    if (status === 200) seen.push(id);
    else if (JSON.stringify(Problem.parse(json)) !== JSON.stringify(nothing)) {
      throw new Error(`${pathOf(id)} is told from what never was: ${body ?? ''}`);
    }
  }
  return seen;
}

type Doors = Record<string, Door>;

/** How lists, single things and glances of a file are asked. */
function waysInto({ clientId, ids }: Matter) {
  const inFile = `/v1/client-file/${clientId}`;
  const whole = (names: readonly string[], { path, member, id }: Listing, part?: string): Door => ({
    names,
    ask: async (reader) => {
      const json = await allowed(reader.call('GET', path));
      const at = part === undefined ? json : z.record(z.string(), z.unknown()).optional().parse(json?.[part]);
      return at === undefined ? [] : Rows.parse(at[member]).map((row) => String(row[id]));
    },
  });
  return {
    inFile,
    of: (module: string, path = ''): string => `/v1/${module}/clients/${clientId}${path}`,
    list: (names: readonly string[], listing: Listing): Door => ({
      names,
      ask: (reader) => walked(reader, listing),
    }),
    open: (names: readonly string[], pathOf: (id: string) => string): Door => ({
      names,
      ask: (reader) =>
        opened(
          reader,
          names.map((name) => ids[name] ?? ''),
          pathOf,
        ),
    }),
    whole,
    glance: (names: readonly string[], member: string, id: string): Door =>
      whole(names, { path: `${inFile}/glance`, member, id }, 'underWay'),
  };
}

/** Every door to the documents and entries of a file. */
export function doorsOfTexts(
  matter: Matter,
  documents: readonly string[],
  entries: readonly string[],
): Doors {
  const { inFile, of, list, open } = waysInto(matter);
  return {
    documents: list(documents, {
      path: of('documents', '/documents'),
      member: 'documents',
      id: 'documentId',
    }),
    'a document': open(documents, (id) => of('documents', `/documents/${id}`)),
    'its national form': open(documents, (id) => of('documents', `/documents/${id}/national`)),
    'its print': open(documents, (id) => of('prints', `/documents/${id}`)),
    narrative: list(entries, { path: of('case-notes'), member: 'notes', id: 'noteId' }),
    'an entry': open(entries, (id) => of('case-notes', `/notes/${id}`)),
    'its print ': open(entries, (id) => of('prints', `/notes/${id}`)),
    timeline: list([...documents, ...entries], {
      path: `${inFile}/timeline`,
      member: 'lines',
      id: 'documentId',
    }),
    'what is found': list([...documents, ...entries], {
      path: of('search'),
      member: 'hits',
      id: 'documentId',
      body: { words: WORD },
    }),
  };
}

/** Every door to what stands beside them. */
export function doorsBeside(matter: Matter): Doors {
  const { of, list, open, whole, glance } = waysInto(matter);
  const unitOf = (module: string, path = ''): string =>
    `/v1/${module}/units/${matter.world.units.families}${path}`;
  return {
    attachments: list(['attachment'], { path: of('attachments'), member: 'attachments', id: 'attachmentId' }),
    'an attachment': open(['attachment'], (id) => of('attachments', `/attachments/${id}`)),
    papers: list(['paper'], { path: of('papers'), member: 'papers', id: 'paperId' }),
    'a paper': open(['paper'], (id) => of('papers', `/items/${id}`)),
    appointments: list(['appointment'], {
      path: of('appointments', '/appointments'),
      member: 'appointments',
      id: 'appointmentId',
    }),
    'an appointment': open(['appointment'], (id) => of('appointments', `/appointments/${id}`)),
    'appointments at a glance': glance(['appointment'], 'appointments', 'appointmentId'),
    tasks: list(['task'], { path: of('tasks'), member: 'tasks', id: 'taskId' }),
    'a task': open(['task'], (id) => of('tasks', `/tasks/${id}`)),
    'tasks at a glance': glance(['task'], 'tasks', 'taskId'),
    times: list(['times'], { path: of('deadlines'), member: 'deadlines', id: 'caseId' }),
    'times at a glance': glance(['times'], 'deadlines', 'caseId'),
    decisions: whole(['decision’s course'], {
      path: of('decisions', '/decisions'),
      member: 'decisions',
      id: 'decisionId',
    }),
    'a decision': open(['decision’s course'], (id) => of('decisions', `/decisions/${id}`)),
    'decisions at a glance': glance(['decision’s course'], 'decisions', 'decisionId'),
    'copies at a glance': glance(['copies'], 'notices', 'decisionId'),
    plans: whole(['plan of the child', 'plan of the work'], {
      path: of('plans', '/plans'),
      member: 'plans',
      id: 'planId',
    }),
    'plans at a glance': glance(['plan of the child', 'plan of the work'], 'plans', 'planId'),
    services: whole(['service'], {
      path: of('services', '/services'),
      member: 'services',
      id: 'clientServiceId',
    }),
    'what was delivered': open(['service'], (id) =>
      of('services', `/services/${id}/deliveries?from=2026-11-01&to=2026-11-30`),
    ),
    'services at a glance': glance(['service'], 'services', 'clientServiceId'),
    assessments: whole(['course of the assessment'], {
      path: of('assessments', '/assessments'),
      member: 'assessments',
      id: 'documentId',
    }),
    'what came in': list(['matter'], { path: of('intake', '/matters'), member: 'handled', id: 'matterId' }),
    'one thing that came in': open(['matter, whole'], (id) => of('intake', `/matters/${id}`)),
    'a draft of another': open(['draft'], (id) => of('documents', `/drafts/${id}`)),
    'cases of the unit': whole(['case of the unit'], {
      path: unitOf('cases', '/cases'),
      member: 'cases',
      id: 'caseId',
    }),
    'tasks of the unit': whole(['task of the unit'], {
      path: `${unitOf('tasks')}?list=queue`,
      member: 'tasks',
      id: 'taskId',
    }),
    'reviews of the unit': whole(['reviews of the unit'], {
      path: unitOf('plans', '/reviews'),
      member: 'plans',
      id: 'planId',
    }),
    'services of the unit': whole(['service of the unit'], {
      path: unitOf('services', '/services'),
      member: 'services',
      id: 'clientServiceId',
    }),
  };
}
