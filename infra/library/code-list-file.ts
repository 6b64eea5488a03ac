import * as z from 'zod';
import { codeListNameOf } from '../../shared/documents/code-list-names.ts';
import { CodeList, deliveredCodeList } from '../../shared/documents/code-lists.ts';
import type { Problem } from './definition-from-schema.ts';
import { parseTable } from './parse-table.ts';

const day = z.iso.date().optional();

/** A code list as an operator gives it: whole, of one version. */
const GivenList = z.strictObject({
  oid: z.string().regex(/^\d+(?:\.\d+)+$/, 'an OID'),
  version: z.string().regex(/^\d+(?:\.\d+)*$/, 'digits, as the last arcs of a coding’s system'),
  fi: z.string().min(1).optional(),
  source: z.string().min(1),
  validFrom: day,
  validTo: day,
  codes: z
    .array(
      z.strictObject({
        code: z.string().trim().min(1),
        fi: z.string().trim().min(1),
        sv: z.string().trim().min(1).optional(),
        validFrom: day,
        validTo: day,
      }),
    )
    .min(1),
});
type GivenList = z.infer<typeof GivenList>;

type Read = { list: CodeList } | { problems: readonly Problem[] };

const NAME = /^(?<oid>\d+(?:\.\d+)+)_(?<version>\d+(?:\.\d+)*)\.csv$/;

/** A table says its list and version by the name of its file: `1.2.246.537.6.1221_201601.csv`. */
export function codeListFromCsv(fileName: string, text: string): Read {
  const { oid, version } = NAME.exec(fileName)?.groups ?? {};
  if (oid === undefined || version === undefined) {
    return problem('', 'must be named by its list and version: 1.2.246.537.6.1221_201601.csv');
  }
  const table = parseTable(text);
  if ('problems' in table) return table;
  return codeListFromJson({ oid, version, source: fileName, codes: table.rows });
}

export function codeListFromJson(json: unknown): Read {
  const parsed = GivenList.safeParse(json);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) => ({
        path: `/${path.join('/')}`,
        text: message,
      })),
    };
  }
  const given = parsed.data;
  const fi = given.fi ?? codeListNameOf(given.oid);
  if (fi === undefined)
    return problem('/fi', 'is needed: no definition names this list, so its name is not known');
  const problems = problemsOf(given);
  if (problems.length > 0) return { problems };
  return { list: listOf(given, fi) };
}

const problem = (path: string, text: string): Read => ({ problems: [{ path, text }] });

function problemsOf({ oid, codes }: GivenList): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [place, { code, validFrom, validTo }] of codes.entries()) {
    if (seen.has(code)) problems.push({ path: `/codes/${place}/code`, text: `${code} stands twice` });
    seen.add(code);
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
      problems.push({ path: `/codes/${place}/validTo`, text: 'is before validFrom' });
    }
  }
  for (const { code, fi } of deliveredCodeList(oid)?.codes ?? []) {
    if (code !== null && !seen.has(code)) {
      problems.push({ path: '/codes', text: `lacks ${code} ${fi}, which the list is known to have` });
    }
  }
  return problems;
}

const alike = (a: string, b: string): boolean => a.toLocaleLowerCase('fi') === b.toLocaleLowerCase('fi');

/**
 * The system names some codes by words of its own. They are found by their code, or by their name where the
 * code was not known; a word whose code the list does not tell is kept, without one.
 */
function listOf({ oid, version, source, validFrom, validTo, codes }: GivenList, fi: string): CodeList {
  const words = deliveredCodeList(oid)?.codes ?? [];
  const wordOf = (entry: GivenList['codes'][number]) =>
    words.find(({ code }) => code === entry.code) ??
    words.find((word) => word.code === null && alike(word.fi, entry.fi));
  const found = codes.map((entry) => ({ ...entry, key: wordOf(entry)?.key ?? entry.code }));
  const without = words.filter(({ key }) => !found.some((entry) => entry.key === key));
  return CodeList.parse({
    oid,
    version,
    fi,
    complete: true,
    source,
    validFrom,
    validTo,
    unreviewed: [],
    codes: [...found, ...without],
  });
}
