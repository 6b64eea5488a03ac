import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/**
 * A manifest says who does what by itself, for a laptop where all is one process. In the cloud each of these is a function
 * of its own, and the one that answers requests has none of them.
 */
export const runElsewhere: Plugin = {
  name: 'run-elsewhere',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/.*\.ts$/ }, ({ kind, path, importer }) => {
      const isManifest = /^functions\/[^/]+\/module\.ts$/.test(relative(ROOT, importer));
      return kind === 'dynamic-import' && isManifest ? { path, external: true } : undefined;
    });
  },
};
