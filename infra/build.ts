import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { commonPdfkit, nameAndVersion, neverUsed } from './bundling/packages.ts';
import { runElsewhere } from './bundling/run-elsewhere.ts';
import { unusedConstants } from './bundling/unused-constants.ts';
import { asFunctionsUseZod } from './bundling/zod.ts';

/** One function as it goes to Lambda: the folder of `file` is its code. */
export type BuiltFunction = { name: string; file: string; inputs: string[]; bytes: number };

const ROOT = join(import.meta.dirname, '..');

/** Functions that belong to no module: they carry events and tokens, and do no act. */
const CARRIERS: Readonly<Record<string, string>> = {
  'publish-outbox': 'shared/events/publish-outbox-handler.ts',
  'sweep-outbox': 'shared/events/sweep-outbox-handler.ts',
  'copy-lines': 'shared/trail/copy-lines-handler.ts',
  sealer: 'shared/trail/sealing/seal-logs-handler.ts',
  reconciler: 'shared/witnesses/compare-handler.ts',
  plantings: 'shared/plantings/run-handler.ts',
  deployed: 'shared/deployed/run-handler.ts',
  cosigner: 'shared/trail/cosigning/cosign-handler.ts',
  'token-claims': 'shared/sign-in/token-claims-handler.ts',
  'identify-citizen': 'shared/sign-in/identify-citizen-handler.ts',
  'pre-authentication': 'shared/sign-in/pre-authentication-handler.ts',
};

/** Heavy parts that most requests never need: files of their own beside the function, read on first use. */
const ON_FIRST_USE: readonly string[] = [
  'shared/aws/put-once.ts',
  'shared/aws/read-text.ts',
  'shared/aws/object-store.ts',
  'shared/aws/sealed-log.ts',
  'shared/aws/sign-post.ts',
  'shared/aws/user-directory.ts',
  'shared/crypto/seal-for-recipient.ts',
  'shared/objects/pdf-pages.ts',
  'shared/documents/render/html.ts',
  'shared/documents/render/pdf/write-pdf.ts',
  'shared/documents/render/pdf/enclose-pages.ts',
  'shared/domain/statistics/report/bars.ts',
  'shared/domain/breaches/affected-letter.ts',
  'shared/domain/data-subject-requests/absence-letter.ts',
  'shared/domain/data-subject-requests/letter.ts',
  'shared/domain/data-subject-requests/package/archive.ts',
  'shared/domain/data-subject-requests/package/field-words.ts',
  'shared/domain/data-subject-requests/package/print-of-part.ts',
  'shared/domain/data-subject-requests/package/value-words.ts',
  'shared/domain/data-subject-requests/pointing/found-in-text.ts',
  'shared/domain/decisions/fill-hearing.ts',
  'shared/domain/decisions/guidance-texts.ts',
  'shared/domain/disclosures/print-of-copy.ts',
  'shared/domain/disclosures/source-letter.ts',
];

const FONTS = 'node_modules/@expo-google-fonts/source-sans-3';

/** Files that code reads from beside its bundle: source -> place beside it. */
const ASSETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shared/documents/catalogue.ts': { 'shared/documents/catalogue': 'catalogue' },
  'shared/documents/render/pdf/fonts.ts': {
    [`${FONTS}/400Regular/SourceSans3_400Regular.ttf`]: 'fonts/400Regular/SourceSans3_400Regular.ttf',
    [`${FONTS}/600SemiBold/SourceSans3_600SemiBold.ttf`]: 'fonts/600SemiBold/SourceSans3_600SemiBold.ttf',
    [`${FONTS}/LICENSE_FONT`]: 'fonts/LICENSE_FONT',
  },
  // The colours that PDF/A names.
  'node_modules/pdfkit/js/pdfkit.js': {
    'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc': 'data/sRGB_IEC61966_2_1.icc',
  },
};

const partName = (path: string): string => basename(path, '.ts');

/** A dynamic import of such a part stays an import, of the file that lies beside the bundle. */
const onFirstUse: Plugin = {
  name: 'on-first-use',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      const target = relative(ROOT, join(resolveDir, path));
      if (kind !== 'dynamic-import' || !ON_FIRST_USE.includes(target)) return undefined;
      return { path: `./${partName(target)}.js`, external: true };
    });
  },
};

/** Name of a function -> its source. `functions/cases/on-client-named.ts` becomes `cases-on-client-named`. */
function functionSources(): Record<string, string> {
  const sources: Record<string, string> = { ...CARRIERS };
  for (const path of globSync('functions/*/{handler,on-*,run-*}.ts', { cwd: ROOT }).sort()) {
    const module = basename(dirname(path));
    sources[path.endsWith('/handler.ts') ? module : `${module}-${partName(path)}`] = path;
  }
  return sources;
}

/** How everything is bundled: CommonJS, because an ESM bundle pays 18 ms more at a cold start. */
export const BUNDLING = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // Sentences in Finnish and Swedish are twice as long when their letters are escaped.
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'import.meta.dirname': '__dirname' },
  plugins: [
    onFirstUse,
    runElsewhere,
    unusedConstants,
    neverUsed,
    asFunctionsUseZod,
    nameAndVersion,
    commonPdfkit,
  ],
} satisfies BuildOptions;

type Output = Metafile['outputs'][string];
const PARTS = ON_FIRST_USE.map((path) => `${partName(path)}.js`);

/** Which of the parts a bundle asks for, by file name: itself, or through a part that it asks for. */
function partsOf(output: Output, outputOf: (part: string) => Output | undefined): string[] {
  const found = new Set<string>();
  const look = ({ imports }: Output): void => {
    for (const part of PARTS.filter((one) =>
      imports.some(({ path, external }) => external && path === `./${one}`),
    )) {
      const next = found.has(part) ? undefined : outputOf(part);
      found.add(part);
      if (next !== undefined) look(next);
    }
  };
  look(output);
  return [...found];
}

/**
 * Bundles every function in one call.
 * @returns the functions by name; `inputs` are paths from the project's root, `bytes` those of the main file.
 */
export async function buildFunctions(options: { outdir?: string } = {}): Promise<BuiltFunction[]> {
  const outdir = options.outdir ?? join(ROOT, 'dist');
  const sources = functionSources();
  for (const name of [...Object.keys(sources), 'parts'])
    rmSync(join(outdir, name), { recursive: true, force: true });
  const entryPoints = [
    ...Object.entries(sources).map(([name, path]) => ({ in: join(ROOT, path), out: `${name}/index` })),
    ...ON_FIRST_USE.map((path) => ({ in: join(ROOT, path), out: `parts/${partName(path)}` })),
  ];
  const { metafile } = await build({ ...BUNDLING, entryPoints, outdir, metafile: true });
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [join(ROOT, path), output] as const),
  );
  return Object.keys(sources).map((name) => {
    const file = join(outdir, name, 'index.js');
    const output = outputs.get(file);
    if (output === undefined) throw new Error(`No bundle was made for ${name}.`);
    const inputs = Object.keys(output.inputs);
    for (const part of partsOf(output, (one) => outputs.get(join(outdir, 'parts', one)))) {
      const source = join(outdir, 'parts', part);
      cpSync(source, join(outdir, name, part));
      inputs.push(...Object.keys(outputs.get(source)?.inputs ?? {}));
    }
    for (const [from, to] of inputs.flatMap((input) => Object.entries(ASSETS[input] ?? {}))) {
      cpSync(join(ROOT, from), join(outdir, name, to), { recursive: true });
    }
    return { name, file, inputs, bytes: output.bytes };
  });
}

if (import.meta.main) {
  const built = await buildFunctions();
  for (const { name, bytes } of built) console.log(`${name.padEnd(40)}${String(bytes).padStart(9)} bytes`);
}
