import type { Violation } from './violation.ts';

/** What was built for one function: the files that went in, and what came out. */
export type Bundle = { name: string; inputs: readonly string[]; text: string };

/**
 * The local sign-in, key vault, bus and stand-ins live in infra/local or are named stand-in; tests never ship, and
 * the reference of the API and its client are for those who call it.
 */
const LAPTOP_ONLY =
  /(^|\/)(infra|test)\/|stand-in|(^|\/)shared\/(http\/openapi|api-client)|(^|\/)node_modules\/(@dynoxide|aws-cdk-lib|vitest|zod-openapi)\//;
/** The issuer's own paths and settings, should its code be copied where no file name tells. */
const LAPTOP_WORDS = /\/dev\/(token|users)|SOINTU_DATA\b|SOINTU_SEED/;

/** Nothing that only a laptop may have goes to the cloud. */
export function laptopStaysHome(bundles: readonly Bundle[]): Violation[] {
  const violations: Violation[] = [];
  for (const { name, inputs, text } of bundles) {
    for (const input of inputs.filter((path) => LAPTOP_ONLY.test(path))) {
      violations.push({ path: input, line: 1, message: `is in the bundle of ${name}` });
    }
    const word = LAPTOP_WORDS.exec(text)?.[0];
    if (word !== undefined) violations.push({ path: name, line: 1, message: `the bundle holds ${word}` });
  }
  return violations;
}
