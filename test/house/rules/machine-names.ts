import type { Rule, Violation } from './violation.ts';

/** A path that exists on one machine only. A part of an address or of a route is none. */
const MACHINE_PATH = /(?<![\w.}:/*-])\/(work|farm|root|Users|home\/[a-z]\w*)\/[\w.-]+/;
/** Where packages come from is a setting of the machine that installs them. */
const REGISTRY =
  /\bregistry\.(npmjs|yarnpkg|npmmirror)\b|https?:\/\/[^\s'"`]*(artifactory|nexus|npm-proxy|verdaccio|codeartifact)|"resolved":\s*"http/;

/** A tracked file holds for every machine: no path of one, no host of a registry. */
export const machineNames: Rule = (files) => {
  const violations: Violation[] = [];
  for (const { path, text } of files) {
    if (!MACHINE_PATH.test(text) && !REGISTRY.test(text)) continue;
    for (const [place, line] of text.split('\n').entries()) {
      const found = MACHINE_PATH.exec(line)?.[0] ?? REGISTRY.exec(line)?.[0];
      if (found !== undefined) violations.push({ path, line: place + 1, message: `names ${found}` });
    }
  }
  return violations;
};
