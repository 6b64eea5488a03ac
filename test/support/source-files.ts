import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of the project as text. `path` is relative to the project's root, with forward slashes. */
export type SourceFile = { path: string; text: string };

export const projectRoot = join(import.meta.dirname, '..', '..');

/** What is built, installed or kept by a running system, as .gitignore has it, and git's own folder. */
const NOT_SOURCES = new Set(['.git', 'node_modules', '.local', 'cdk.out', 'dist', 'coverage', '.bench']);

/** Paths of all files under `folder` for which `wanted` says yes, in a stable order. */
function pathsUnder(folder: string, wanted: (path: string) => boolean): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_SOURCES.has(entry.name) || entry.name.endsWith('.log')) continue;
    const full = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...pathsUnder(full, wanted));
    else if (entry.isFile() && wanted(full)) paths.push(full);
  }
  return paths.toSorted();
}

const read = (full: string): SourceFile => ({
  path: relative(projectRoot, full).replaceAll('\\', '/'),
  text: readFileSync(full, 'utf8'),
});

/** Every TypeScript file of the project. */
export const typescriptFiles = (folder = '.'): SourceFile[] =>
  pathsUnder(join(projectRoot, folder), (path) => path.endsWith('.ts')).map(read);

const TEXT = /\.(ts|js|mjs|json|md|ya?ml|sh|html|css|sql|xsd|xml|txt|conf)$|(^|[/\\])(\.[\w.-]+|[A-Za-z]+)$/;

/** Every file that a person reads as text: sources, settings, documents, scripts. */
export const textFiles = (): SourceFile[] => pathsUnder(projectRoot, (path) => TEXT.test(path)).map(read);
