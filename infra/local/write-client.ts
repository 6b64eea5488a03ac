import { writeFileSync } from 'node:fs';
import { CLIENT_TYPES, clientTypes } from './client-types.ts';

/** `npm run client`: makes the types of the API's client anew, after a route or a schema has changed. */
writeFileSync(CLIENT_TYPES, await clientTypes());
console.log(CLIENT_TYPES);
