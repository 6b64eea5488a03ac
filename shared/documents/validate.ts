import { errorsOf, type Finding } from '../kernel/finding.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { deliveredCodeList, type FindCodeList } from './code-lists.ts';
import { isPresent, keysNotAcceptedTogether, needOf } from './conditional-rules.ts';
import {
  type Definition,
  type Field,
  type GroupField,
  lacksPrescribedText,
  splitDefinitionOid,
} from './definition.ts';
import { documentFinding } from './document-finding.ts';
import { checkLeaf } from './validate-leaf.ts';
import { isRecord, pointer, type Report, type Stage, type Visit } from './visit.ts';

type Group = Pick<GroupField, 'key' | 'fi' | 'sv' | 'fields'>;

/**
 * Judges a document's content against its national definition and returns every finding at once, each
 * with a JSON pointer into the content.
 *
 * - `draft` (keskeneräinen): what is there has the right form and the definition knows it; the rest
 *   may be missing and any value may be half thought.
 * - `final` (valmis): all that is required is there, closed values and code lists hold. Warnings do
 *   not make a final document invalid: they name conditions and code lists that can't be judged here.
 *
 * @param find the code lists that are known: `codeListsOf` of the library.
 * @param on the day on which the codes must be in force.
 */
export function validateContent(
  definition: Definition,
  content: unknown,
  stage: Stage,
  find: FindCodeList = deliveredCodeList,
  on?: LocalDate,
): Finding[] {
  const findings: Finding[] = [];
  // A list that the operator has not loaded is told once in a document, not at each of its codes.
  const told = new Set<string>();
  const report: Report = (rule, path, field, list) => {
    if (rule === 'document.listNotLoaded' || rule === 'document.codeMissing') {
      if (told.has(`${rule} ${list}`)) return;
      told.add(`${rule} ${list}`);
    }
    findings.push(documentFinding(rule, path, field, list));
  };
  const visit: Visit = { stage, find, on, report };
  const typeOid = splitDefinitionOid(definition.oid)?.typeOid;

  const { key, fi, sv, fields } = definition;
  const root: Group = { key: '', fi, sv, fields: [{ key, fi, sv, type: 'group', required: true, fields }] };
  checkGroup(visit, typeOid, root, content, '');
  if (stage === 'final' && isRecord(content)) checkTogether(visit, typeOid, definition, content[key]);
  return findings;
}

/** True when a final document may be locked. */
export const isValidFinal = (definition: Definition, content: unknown): boolean =>
  errorsOf(validateContent(definition, content, 'final')).length === 0;

function checkGroup(
  visit: Visit,
  typeOid: string | undefined,
  group: Group,
  value: unknown,
  path: string,
): void {
  if (!isRecord(value)) return visit.report('document.wrongType', path, group);
  const known = new Set(group.fields.map(({ key }) => key));
  for (const key of Object.keys(value)) {
    if (!known.has(key)) visit.report('document.unknownField', pointer(path, key), group);
  }
  for (const field of group.fields) {
    const found = Object.hasOwn(value, field.key) ? value[field.key] : undefined;
    const place = pointer(path, field.key);
    if (found !== undefined) checkField(visit, typeOid, field, found, place);
    if (visit.stage === 'final' && !isPresent(found))
      checkMissing(visit, typeOid, field, group, value, place);
  }
}

function checkMissing(
  { report }: Visit,
  typeOid: string | undefined,
  field: Field,
  group: Group,
  values: Record<string, unknown>,
  path: string,
): void {
  if (lacksPrescribedText(field) && field.required) return report('document.fixedTextNotLoaded', path, field);
  if (field.required) return report('document.missing', path, field);
  if (!field.conditional) return;
  const need = needOf(typeOid, field.key, group, values);
  if (need === 'needed') report('document.missing', path, field);
  if (need === 'identityNeeded') report('document.identityMissing', path, field);
  if (need === 'unknown') report('document.missingConditional', path, field);
}

function checkField(
  visit: Visit,
  typeOid: string | undefined,
  field: Field,
  value: unknown,
  path: string,
): void {
  if (!field.repeats) return checkOne(visit, typeOid, field, value, path);
  if (!Array.isArray(value)) return visit.report('document.wrongType', path, field);
  for (const [place, item] of value.entries()) checkOne(visit, typeOid, field, item, pointer(path, place));
}

function checkOne(
  visit: Visit,
  typeOid: string | undefined,
  field: Field,
  value: unknown,
  path: string,
): void {
  if (field.type === 'group') return checkGroup(visit, typeOid, field, value, path);
  checkLeaf(visit, field, value, path);
}

function checkTogether(
  visit: Visit,
  typeOid: string | undefined,
  definition: Definition,
  root: unknown,
): void {
  if (!isRecord(root)) return;
  for (const key of keysNotAcceptedTogether(typeOid, root)) {
    const field = definition.fields.find((candidate) => candidate.key === key);
    if (field !== undefined) visit.report('document.valueNotAccepted', `/${definition.key}/${key}`, field);
  }
}
