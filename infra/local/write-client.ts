import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_DOCS, eventDocs } from './access-event-docs.ts';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

/**
 * `npm run client`: makes anew what is made from the register, after a route or a schema has changed: the types of
 * the API's client, and what is published of the access log's event.
 */
writeFileSync(CLIENT_TYPES, await clientTypes());
console.log(CLIENT_TYPES);
mkdirSync(EVENT_DOCS, { recursive: true });
for (const [name, text] of eventDocs()) {
  writeFileSync(join(EVENT_DOCS, name), text);
  console.log(join(EVENT_DOCS, name));
}
