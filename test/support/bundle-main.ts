import { createRequire } from 'node:module';

/**
 * Loads the bundle named on the command line, hands it the event if one follows, and prints as JSON how long
 * loading took and what came of the event. Started anew for each: nothing is warm.
 */
const [file = '', event] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const before = performance.now();
const { handler } = require(file) as { handler: (event: unknown, context: object) => Promise<unknown> };
const initMs = performance.now() - before;
const answer: unknown = event === undefined ? undefined : await handler(JSON.parse(event), {});
process.stdout.write(`\n${JSON.stringify({ initMs, answer })}\n`);
// A connection that was begun must not keep the process.
process.exit(0);
