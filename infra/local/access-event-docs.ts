import { join } from 'node:path';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import type { Route } from '../../shared/http/route.ts';
import { AccessEvent, EVENT_VERSION } from '../../shared/trail/event.ts';

/** Where the access log's event is published: a schema for each version, examples, and the list of all events. */
export const EVENT_DOCS = join(import.meta.dirname, '..', '..', 'docs', 'access-event');

/** The schema of an event as JSON Schema, made from what parses every line. */
function eventSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(AccessEvent, {
    target: 'draft-2020-12',
    override({ jsonSchema }) {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    $id: `urn:sointu:access-event:${EVENT_VERSION}`,
    title: `Event of the access log, version ${EVENT_VERSION}`,
    ...schema,
  };
}

const rowOf = ({ event, action, writes, discloses }: Route): string =>
  `| \`${event}\` | ${action.title.en} | \`${action.name}\` | ${[writes === 'nothing' ? 'reads' : 'writes', ...(discloses ? ['discloses'] : [])].join(', ')} | ${action.legalGround} |`;

/** What no worker asked for: runs and the operator's commands. Their lines have `authenticationMethod: operator`. */
const RUNS: readonly (readonly [event: string, what: string, ground: string])[] = [
  ['AttachmentKept', 'A file that an official sent was sealed, or refused', '703/2023 §§ 9, 22'],
  [
    'AttachmentReclassed',
    'Attachments followed what they belong to into another class',
    '703/2023 § 22; 457/2024',
  ],
  ['ControllerKeysMade', 'The keys of a controller were made', '703/2023 §§ 9, 13'],
  ['ControllerSetUp', 'A controller was loaded', '703/2023 §§ 9, 13'],
  ['DeadlinesEscalated', 'A supervisor was told of times that have passed', '434/2003 § 23'],
  ['FirstPowersGiven', 'The first user of a controller was given powers', '703/2023 §§ 9, 13'],
  ['ItemMigrationEnded', 'A rewriting of stored items ended', '703/2023 § 13'],
  ['ItemMigrationStarted', 'A rewriting of stored items began', '703/2023 § 13'],
  ['MessagesHanded', 'Messages that officials booked were handed on', '703/2023 § 9; 1301/2014 § 34'],
  ['PostsSetUp', 'Posts were loaded', '703/2023 §§ 9, 13'],
  ['RestoreDrilled', 'A restored file was opened to prove that it opens', '(EU) 2016/679 art. 32'],
  ['UnitsSetUp', 'Units were loaded', '703/2023 §§ 9, 13'],
  ['UserSetUp', 'A user was loaded', '703/2023 §§ 9, 13'],
];
export const EVENTS_OF_RUNS: readonly string[] = RUNS.map(([event]) => event);

/** Every event a request can leave, with its action and the ground in law that the line then names. */
function eventsPage(): string {
  const sections = modules.map(
    ({ name, title, routes }) =>
      `## ${name}\n\n${title}\n\n| Event | What was done | Action | | Ground |\n|---|---|---|---|---|\n${routes.map(rowOf).join('\n')}\n`,
  );
  const runs = RUNS.map(([event, what, ground]) => `| \`${event}\` | ${what} | ${ground} |`);
  return `# Events of the access log\n\nMade by \`npm run client\` from the register of routes: each route leaves exactly one line, under its own name. *discloses*: it hands data to somebody outside the controller, or can; where it does, the line is of the disclosure log.\n\n${sections.join('\n')}\n## Runs and commands\n\nWhat no worker asked for.\n\n| Event | What was done | Ground |\n|---|---|---|\n${runs.join('\n')}\n`;
}

/** The files as the code has them now, by name. */
export const eventDocs = (): ReadonlyMap<string, string> =>
  new Map([
    [`event-${EVENT_VERSION}.json`, `${JSON.stringify(eventSchema(), null, 2)}\n`],
    ['events.md', eventsPage()],
  ]);
