import { isCodeListOid } from '../../shared/documents/code-lists.ts';
import type { Field } from '../../shared/documents/definition.ts';
import { notTaken, type SchemaNode, type Sosmeta, textIn } from './schema-nodes.ts';

export type Problems = (path: string, text: string) => void;

export type Place = { key: string; node: SchemaNode; required: boolean; path: string };

type About = Omit<Field & { type: 'boolean' }, 'type'>;
type Plain = Exclude<Field, { type: 'group' }>;

/** A field of a definition, or undefined when a problem was told of it. */
export function fieldFromSchema({ key, node, required, path }: Place, tell: Problems): Field | undefined {
  const repeats = node.type === 'array';
  const value = repeats ? node.items : node;
  const valuePath = repeats ? `${path}/items` : path;
  if (value === undefined) {
    tell(path, 'is a list that does not say of what');
    return undefined;
  }
  for (const [at, one] of [[path, node] as const, ...(repeats ? [[valuePath, value] as const] : [])]) {
    for (const keyword of notTaken(one)) tell(`${at}/${keyword}`, 'is a rule that a definition cannot hold');
  }
  if (repeats && (node.minItems ?? 0) > (required ? 1 : 0)) {
    tell(`${path}/minItems`, 'asks for more items than a definition can');
  }
  const { fi, sv } = labelOf(value.sosmeta ?? node.sosmeta);
  if (fi === undefined) tell(`${valuePath}/sosmeta/name`, 'has no Finnish name');
  const about: About = {
    key,
    fi: fi ?? key,
    ...(sv !== undefined && { sv }),
    ...(required && { required }),
    ...(value.sosmeta?.conditionalRequired && !required && { conditional: true as const }),
    ...(repeats && { repeats }),
    ...(value.sosmeta?.nationwideRecordedInformation && { nationwide: true as const }),
  };
  return value.type === 'object'
    ? objectField(about, value, valuePath, tell)
    : plainField(about, value, valuePath, tell);
}

/** The title that forms show, or else the name. */
const labelOf = (sosmeta: Sosmeta): { fi: string | undefined; sv: string | undefined } => ({
  fi: textIn(sosmeta?.title, 'fi') ?? textIn(sosmeta?.name, 'fi'),
  sv: textIn(sosmeta?.title, 'sv') ?? textIn(sosmeta?.name, 'sv'),
});

const PHRASE = 'Fraasi';

function plainField(about: About, node: SchemaNode, path: string, tell: Problems): Plain | undefined {
  switch (node.type) {
    case 'boolean':
    case 'number':
      return { ...about, type: node.type };
    case 'string':
      return textField(about, node, path, tell);
    case undefined:
    default:
      tell(`${path}/type`, 'is no type of a definition: object, array, string, boolean, number');
      return undefined;
  }
}

function textField(about: About, node: SchemaNode, path: string, tell: Problems): Plain | undefined {
  if (node.pattern !== undefined || node.format !== undefined) {
    const type = timeOf(node);
    if (type === undefined) tell(path, 'is a text by a pattern that is neither a date nor a moment');
    return type && { ...about, type };
  }
  if ((node.minLength ?? 0) > 1) tell(`${path}/minLength`, 'asks for a longer text than a definition can');
  const values = closedBy(node);
  const isPhrase = textIn(node.sosmeta?.representation, 'fi') === PHRASE;
  return {
    ...about,
    type: 'text',
    ...(values !== undefined && { values }),
    ...(isPhrase && values?.length === 1 && { fixedText: true as const }),
  };
}

const closedBy = (node: SchemaNode | undefined): string[] | undefined =>
  node?.enum ?? (node?.const === undefined ? undefined : [node.const]);

/** By what the pattern lets through: THL writes FHIR's two patterns, and spelling is no matter. */
function timeOf({ pattern, format }: SchemaNode): 'date' | 'datetime' | undefined {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'datetime';
  const takes = matcherOf(pattern);
  if (takes === undefined || !takes('2026-11-24') || takes('x') || takes('')) return undefined;
  return takes('2026-11-24T10:00:00+02:00') ? 'datetime' : 'date';
}

function matcherOf(pattern: string | undefined): ((text: string) => boolean) | undefined {
  if (pattern === undefined) return undefined;
  try {
    const expression = new RegExp(pattern, 'u');
    return (text) => expression.test(text);
  } catch {
    return undefined;
  }
}

/** The parts of a value are told from the fields of a group: Sosmeta says nothing of a part. */
function partsOf(node: SchemaNode): Readonly<Record<string, SchemaNode>> | undefined {
  const parts = node.properties ?? {};
  const hasFields = Object.values(parts).some(
    ({ sosmeta, items }) => (sosmeta ?? items?.sosmeta) !== undefined,
  );
  return Object.keys(parts).length === 0 || hasFields ? undefined : parts;
}

const isMadeOf = (parts: object, ...names: string[]): boolean =>
  Object.keys(parts).sort().join() === names.sort().join();

function objectField(about: About, node: SchemaNode, path: string, tell: Problems): Field | undefined {
  if (node.additionalProperties !== undefined && node.additionalProperties !== false) {
    tell(`${path}/additionalProperties`, 'lets unknown fields through');
  }
  const parts = partsOf(node);
  if (parts === undefined) return groupField(about, node, path, tell);
  if (isMadeOf(parts, 'system', 'code', 'display')) return codeField(about, node, parts, path, tell);
  if (isMadeOf(parts, 'value', 'code') && parts['value']?.type === 'number') {
    const units = closedBy(parts['code']);
    return { ...about, type: 'quantity', ...(units !== undefined && { units }) };
  }
  if (isMadeOf(parts, 'system', 'value')) {
    const system = node.sosmeta?.systemUri?.[0]?.value.trim();
    const values = closedBy(parts['value']) ?? accepted(node.sosmeta);
    return {
      ...about,
      type: 'identifier',
      ...(system !== undefined && system !== '-' && system !== '' && { system }),
      ...(values !== undefined && { values }),
    };
  }
  tell(`${path}/properties`, 'is neither a group of named fields nor a code, an identifier or a quantity');
  return undefined;
}

function groupField(about: About, node: SchemaNode, path: string, tell: Problems): Field {
  const properties = Object.entries(node.properties ?? {});
  const required = new Set(node.required ?? []);
  for (const key of required) {
    if (!Object.hasOwn(node.properties ?? {}, key))
      tell(`${path}/required`, `names ${key}, which is no field`);
  }
  const fields = properties.map(([key, child]) =>
    fieldFromSchema(
      { key, node: child, required: required.has(key), path: `${path}/properties/${key}` },
      tell,
    ),
  );
  return { ...about, type: 'group', fields: fields.filter((field) => field !== undefined) };
}

const accepted = (sosmeta: Sosmeta): string[] | undefined => {
  const values = sosmeta?.acceptedValues?.map(({ value }) => value).filter((value) => value !== '-') ?? [];
  return values.length === 0 ? undefined : values;
};

function codeField(
  about: About,
  node: SchemaNode,
  parts: Readonly<Record<string, SchemaNode>>,
  path: string,
  tell: Problems,
): Field {
  const named = node.sosmeta?.classificationOid?.[0]?.value.trim();
  const codeList = named === undefined || named === '' || named === '-' ? undefined : named;
  const systems = closedBy(parts['system']);
  const codes = closedBy(parts['code']) ?? accepted(node.sosmeta);
  const displays = closedBy(parts['display']);
  const takes = matcherOf(parts['system']?.pattern);
  if (takes !== undefined && (codeList === undefined || !isCodeListOid(codeList))) {
    tell(
      `${path}/sosmeta/classificationOid`,
      'does not name the code list that the pattern of system asks for',
    );
  } else if (takes !== undefined && !takes(`urn:oid:${codeList}`)) {
    tell(`${path}/properties/system/pattern`, `does not let ${codeList} through`);
  }
  return {
    ...about,
    type: 'code',
    ...(codeList !== undefined && { codeList }),
    ...(systems !== undefined && { systems }),
    ...(codes !== undefined && { codes }),
    ...(displays !== undefined && { displays }),
  };
}
