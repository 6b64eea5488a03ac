import { codeListNameOf } from './code-list-names.ts';
import { isCodeListOid, isInForce, isSystemOf, versionIn } from './code-lists.ts';
import { isPresent } from './conditional-rules.ts';
import { type CodeField, type Field, lacksPrescribedText } from './definition.ts';
import { isFhirDate, isFhirDateTime } from './fhir-time.ts';
import { isRecord, pointer, type Visit } from './visit.ts';

type LeafField = Exclude<Field, { type: 'group' }>;
type Part = 'string' | 'number';
type Parts = Readonly<Record<string, unknown>>;

/** Checks one value that is not a group: its form always, what it may be in a final document. */
export function checkLeaf(visit: Visit, field: LeafField, value: unknown, path: string): void {
  switch (field.type) {
    case 'text':
      return checkText(visit, field, value, path);
    case 'boolean':
    case 'number':
      if (typeof value !== field.type || Number.isNaN(value)) visit.report('document.wrongType', path, field);
      return;
    case 'date':
    case 'datetime': {
      if (typeof value !== 'string') return visit.report('document.wrongType', path, field);
      const exists = field.type === 'date' ? isFhirDate(value) : isFhirDateTime(value);
      if (!exists) visit.report('document.notADate', path, field);
      return;
    }
    case 'identifier':
      return checkIdentifier(visit, field, value, path);
    case 'quantity':
      return checkQuantity(visit, field, value, path);
    case 'code':
      return checkCode(visit, field, value, path);
  }
}

/** The parts when the value is an object of these parts and no others, else undefined after a finding. */
function partsOf(
  visit: Visit,
  field: LeafField,
  value: unknown,
  path: string,
  form: Readonly<Record<string, Part>>,
): Record<string, unknown> | undefined {
  if (!isRecord(value)) {
    visit.report('document.wrongType', path, field);
    return undefined;
  }
  let sound = true;
  for (const [key, part] of Object.entries(value)) {
    const expected = Object.hasOwn(form, key) ? form[key] : undefined;
    const place = pointer(path, key);
    if (expected === undefined) visit.report('document.unknownField', place, field);
    else if (part !== undefined && typeof part !== expected) visit.report('document.wrongType', place, field);
    else continue;
    sound = false;
  }
  return sound ? value : undefined;
}

const isOneOf = (accepted: readonly string[] | undefined, value: unknown): boolean =>
  accepted === undefined || (typeof value === 'string' && accepted.includes(value));

function checkText(visit: Visit, field: LeafField & { type: 'text' }, value: unknown, path: string): void {
  if (typeof value !== 'string') return visit.report('document.wrongType', path, field);
  if (visit.stage === 'draft') return;
  // The field itself is told missing by its group; this is a blank item of a list.
  if (field.required && field.repeats && !isPresent(value)) visit.report('document.missing', path, field);
  if (!isPresent(value)) return;
  if (!isOneOf(field.values, value)) visit.report('document.valueNotAccepted', path, field);
  if (lacksPrescribedText(field)) visit.report('document.fixedTextNotLoaded', path, field);
}

function checkIdentifier(
  visit: Visit,
  field: LeafField & { type: 'identifier' },
  value: unknown,
  path: string,
): void {
  const parts = partsOf(visit, field, value, path, { system: 'string', value: 'string' });
  if (parts === undefined || visit.stage === 'draft') return;
  if (!isPresent(parts.value)) visit.report('document.missing', `${path}/value`, field);
  else if (!isOneOf(field.values, parts.value))
    visit.report('document.valueNotAccepted', `${path}/value`, field);
  if (field.system !== undefined && parts.system !== undefined && parts.system !== field.system) {
    visit.report('document.wrongCodeList', `${path}/system`, field, field.system);
  }
}

function checkQuantity(
  visit: Visit,
  field: LeafField & { type: 'quantity' },
  value: unknown,
  path: string,
): void {
  const parts = partsOf(visit, field, value, path, { value: 'number', code: 'string' });
  if (parts === undefined || visit.stage === 'draft') return;
  if (parts.value === undefined) visit.report('document.missing', `${path}/value`, field);
  if (!isPresent(parts.code)) visit.report('document.missing', `${path}/code`, field);
  else if (!isOneOf(field.units, parts.code))
    visit.report('document.valueNotAccepted', `${path}/code`, field);
}

function checkCode(visit: Visit, field: CodeField, value: unknown, path: string): void {
  const parts = partsOf(visit, field, value, path, { system: 'string', code: 'string', display: 'string' });
  if (parts === undefined || visit.stage === 'draft') return;
  const { system, display } = parts;
  if (!isPresent(system)) visit.report('document.missing', `${path}/system`, field);
  else if (!isSystemOfField(field, system)) {
    visit.report(
      'document.wrongCodeList',
      `${path}/system`,
      field,
      field.systems?.join(', ') ?? field.codeList,
    );
  }
  if (!isPresent(display)) visit.report('document.missing', `${path}/display`, field);
  else if (!isOneOf(field.displays, display))
    visit.report('document.valueNotAccepted', `${path}/display`, field);
  checkCodeValue(visit, field, parts, `${path}/code`);
}

function isSystemOfField({ systems, codeList }: CodeField, system: unknown): boolean {
  if (typeof system !== 'string') return false;
  if (systems !== undefined) return systems.includes(system);
  return codeList === undefined || !isCodeListOid(codeList) || isSystemOf(codeList, system);
}

function checkCodeValue({ find, on, report }: Visit, field: CodeField, parts: Parts, path: string): void {
  const { codes, codeList } = field;
  const { code, system } = parts;
  if (codes !== undefined && !isOneOf(codes, code)) return report('document.valueNotAccepted', path, field);
  if (codeList === undefined || !isCodeListOid(codeList)) {
    if (!isPresent(code)) report('document.missing', path, field);
    return;
  }
  const list = find(codeList, versionIn(codeList, system));
  const name = nameOf(codeList, list?.fi);
  if (!isPresent(code)) {
    // A list known whole has a code for everything; otherwise the name alone is all that can be said.
    return report(list?.complete ? 'document.missing' : 'document.codeMissing', path, field, name);
  }
  // The definition has closed the values already, list or no list.
  if (codes !== undefined && !list?.complete) return;
  if (list === undefined) return report('document.listNotLoaded', path, field, name);
  const entry = list.codes.find((candidate) => candidate.code === code);
  if (entry === undefined) {
    return report(list.complete ? 'document.codeNotInList' : 'document.codeNotKnown', path, field, name);
  }
  if (on !== undefined && !isInForce(entry, on)) report('document.codeNotInForce', path, field, name);
}

const nameOf = (oid: string, fi = codeListNameOf(oid)): string => (fi === undefined ? oid : `${oid} ${fi}`);
