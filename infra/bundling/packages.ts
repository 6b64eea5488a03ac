import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');

/**
 * What the SDK loads on first use and no function ever uses. A function of Lambda has its credentials in its
 * environment: the other sources (files of a laptop, sign-in of a person, other machines) are 100 KB of every
 * bundle. None of our calls streams events. And while one import is dynamic, esbuild wraps all that it reaches.
 */
export const neverUsed: Plugin = {
  name: 'never-used',
  setup(bundler) {
    const unused =
      /^@(aws-sdk|smithy)\/credential-provider-(sso|ini|process|web-identity|http|imds)$|^@smithy\/core\/event-streams$/;
    bundler.onResolve({ filter: unused }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
    // Of servers that a table's client would have to find; DynamoDB has one address in a region.
    bundler.onLoad({ filter: /@aws-sdk\/endpoint-cache\/dist-es\/index\.js$/ }, () => ({
      contents: 'export class EndpointCache {}',
    }));
  },
};

/** What a client of the SDK says of itself to AWS is its name and version; the rest of its package.json is 2 KB of each. */
export const nameAndVersion: Plugin = {
  name: 'name-and-version',
  setup(bundler) {
    bundler.onLoad({ filter: /@aws-sdk\/[^/]+\/package\.json$/ }, async ({ path }) => {
      const { name, version } = PackageJson.parse(JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};
const PackageJson = z.object({ name: z.string(), version: z.string() });

/** The form of pdfkit that finds its files from a CommonJS bundle. */
export const commonPdfkit: Plugin = {
  name: 'common-pdfkit',
  setup(bundler) {
    bundler.onResolve({ filter: /^pdfkit$/ }, () => ({
      path: join(ROOT, 'node_modules/pdfkit/js/pdfkit.js'),
    }));
  },
};
