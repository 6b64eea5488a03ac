import { readdirSync, readFileSync } from 'node:fs';
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

const ROOT = join(import.meta.dirname, '..', '..');
const EVENT_OF_RUN = /\bevent: '(\w+)'|\blogRun\(run, '(\w+)'/g;

/** The events of what no worker asked for, runs and the operator's commands, and the file that writes each. */
function eventsOfRuns(): [event: string, file: string][] {
  const files = ['functions', 'infra', 'shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    if (file.endsWith('/system-context.ts') || !/\bsystemContext\(\w/.test(text)) return [];
    return [...text.matchAll(EVENT_OF_RUN)].map(([, first, second]): [string, string] => [
      first ?? second ?? '',
      file,
    ]);
  });
  return [...new Map(found)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every event a request can leave, with its action and the ground in law that the line then names. */
function eventsPage(): string {
  const sections = modules.map(
    ({ name, title, routes }) =>
      `## ${name}\n\n${title}\n\n| Event | What was done | Action | | Ground |\n|---|---|---|---|---|\n${routes.map(rowOf).join('\n')}\n`,
  );
  const runs = eventsOfRuns().map(([event, file]) => `| \`${event}\` | [${file}](../../${file}) |`);
  return `# Events of the access log\n\nMade by \`npm run client\` from the register of routes: each route leaves exactly one line, under its own name. *discloses*: it hands data to somebody outside the controller, or can; where it does, the line is of the disclosure log.\n\n${sections.join('\n')}\n## Runs and commands\n\nWhat no worker asked for: lines with \`authenticationMethod: operator\`. The ground in law stands with the action in the file.\n\n| Event | Written by |\n|---|---|\n${runs.join('\n')}\n`;
}

/** The files as the code has them now, by name. */
export const eventDocs = (): ReadonlyMap<string, string> =>
  new Map([
    [`event-${EVENT_VERSION}.json`, `${JSON.stringify(eventSchema(), null, 2)}\n`],
    ['events.md', eventsPage()],
  ]);
