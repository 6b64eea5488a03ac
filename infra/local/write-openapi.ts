import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { modules } from '../../functions/modules.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';

/**
 * `npm run openapi`: the reference as a file, for tools that read one. It says the same as `/openapi.json` of
 * the laptop. Another place than dist/openapi.json is given as an argument.
 */
const file = resolve(process.argv[2] ?? 'dist/openapi.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(openApiDocument(modules), null, 2)}\n`);
console.log(file);
