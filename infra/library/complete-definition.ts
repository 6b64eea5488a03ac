import { type Definition, type Field, lacksPrescribedText } from '../../shared/documents/definition.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Problem } from './definition-from-schema.ts';

/**
 * A definition that is known already, loaded once more: what it lacked is added (a prescribed text, a label
 * that was cut or missing), and nothing of it is changed, because documents were written by it. A label that
 * differs decides nothing, and stays as it was.
 */
export function completeDefinition(
  known: Definition,
  loaded: Definition,
): { definition: Definition; completed: boolean } | { problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tell = (path: string, text: string): void => void problems.push({ path, text });
  for (const part of ['documentType', 'subject', 'key'] as const) {
    if (known[part] !== loaded[part]) tell(`/${part}`, `is another than in the ${part} that is known`);
  }
  const fields = completeFields(known.fields, loaded.fields, `/${known.key}`, tell);
  if (problems.length > 0) return { problems };
  const definition: Definition = { ...known, ...labels(known, loaded), fields };
  return { definition, completed: canonicalJson(definition) !== canonicalJson(known) };
}

type Tell = (path: string, text: string) => void;

function completeFields(
  known: readonly Field[],
  loaded: readonly Field[],
  path: string,
  tell: Tell,
): Field[] {
  const byKey = new Map(loaded.map((field) => [field.key, field]));
  for (const { key } of loaded) {
    if (!known.some((field) => field.key === key))
      tell(`${path}/${key}`, 'is no field of the definition that is known');
  }
  return known.map((field) => {
    const other = byKey.get(field.key);
    if (other !== undefined) return completeField(field, other, `${path}/${field.key}`, tell);
    tell(`${path}/${field.key}`, 'is missing, and is a field of the definition that is known');
    return field;
  });
}

/** What decides nothing of a value: its names, the mark of a prescribed text, and fields, which are judged by themselves. */
const DECIDES_NOTHING = ['fi', 'sv', 'fixedText', 'fields'];

const decidesOf = (field: Field): Record<string, unknown> =>
  Object.fromEntries(Object.entries(field).filter(([part]) => !DECIDES_NOTHING.includes(part)));

function completeField(known: Field, loaded: Field, path: string, tell: Tell): Field {
  const text = lacksPrescribedText(known) && loaded.type === 'text' ? loaded.values : undefined;
  const completed = known.type === 'text' && text !== undefined ? { ...known, values: text } : known;
  const [before, after] = [decidesOf(completed), decidesOf(loaded)];
  for (const part of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (canonicalJson(before[part] ?? null) !== canonicalJson(after[part] ?? null)) {
      tell(path, `differs in ${part} from the definition that is known`);
    }
  }
  const labelled = { ...completed, ...labels(known, loaded) };
  if (labelled.type !== 'group' || loaded.type !== 'group') return labelled;
  return { ...labelled, fields: completeFields(labelled.fields, loaded.fields, path, tell) };
}

type Labels = { fi: string; sv?: string | undefined };

const CUT = '…';

/** The whole of a label that was cut, and one where there was none. */
function labels(known: Labels, loaded: Labels): { fi: string; sv?: string } {
  const sv = known.sv === undefined ? loaded.sv : whole(known.sv, loaded.sv);
  return { fi: whole(known.fi, loaded.fi), ...(sv !== undefined && { sv }) };
}

const whole = (known: string, loaded: string | undefined): string =>
  known.endsWith(CUT) && loaded?.startsWith(known.slice(0, -CUT.length).trimEnd()) ? loaded : known;
