import * as z from 'zod';
import { SOCIAL_SERVICES_LIST } from '../domain/social-services.ts';
import signatures from './code-lists/1.2.246.537.5.40161.json' with { type: 'json' };
import appealMeans from './code-lists/1.2.246.537.6.1211.json' with { type: 'json' };
import serviceTasks from './code-lists/1.2.246.537.6.1221.json' with { type: 'json' };
import specialGroups from './code-lists/1.2.246.537.6.1229.json' with { type: 'json' };
import notifiers from './code-lists/1.2.246.537.6.1243.json' with { type: 'json' };
import decisionResults from './code-lists/1.2.246.537.6.1248.json' with { type: 'json' };
import channels from './code-lists/1.2.246.537.6.1250.json' with { type: 'json' };
import registerTypes from './code-lists/1.2.246.537.6.1264.json' with { type: 'json' };
import roles from './code-lists/1.2.246.537.6.1284.json' with { type: 'json' };

/**
 * Kansalliset koodistot (koodistopalvelu.kanta.fi), as far as their values are known to us. A code
 * that we have not seen is `code: null` and is never guessed; a list is `complete` only when all of it
 * has been loaded. An operator who has loaded a list gives it through a `FindCodeList` of their own.
 */
const CodeEntry = z.strictObject({
  /** Our own word, in settings, notes and rules. */
  key: z.string().min(1),
  code: z.string().min(1).nullable(),
  fi: z.string().min(1),
  sv: z.string().optional(),
  /** The key of the entry by which the list knows it: one that we tell apart and the list does not. */
  kindOf: z.string().optional(),
  /** Days between which the code may be chosen, both included; always when not said. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
});
export type CodeEntry = z.infer<typeof CodeEntry>;

export const CodeList = z.strictObject({
  oid: z.string().regex(/^\d+(?:\.\d+)+$/),
  /** Last arc of the list's version, written after its OID in a coding. */
  version: z.string().optional(),
  fi: z.string(),
  complete: z.boolean(),
  source: z.string(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  /** Languages whose names no reader of the language has checked. */
  unreviewed: z.array(z.enum(['sv'])),
  codes: z.array(CodeEntry),
});
export type CodeList = z.infer<typeof CodeList>;

/** A coded value in a document. `code` is left out where the national list has not been loaded. */
export const Coding = z.strictObject({
  system: z.string(),
  code: z.string().optional(),
  display: z.string(),
});
export type Coding = z.infer<typeof Coding>;

/** The list of that OID, of the version named where it is known; undefined when no value of it is. */
export type FindCodeList = (oid: string, version?: string) => CodeList | undefined;

/** May the code be chosen on that day? */
export const isInForce = ({ validFrom, validTo }: CodeEntry, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

export const isCodeListOid = (name: string): boolean => /^\d+(?:\.\d+)+$/.test(name);

export const SERVICE_TASKS = '1.2.246.537.6.1221';
export const SOCIAL_SERVICES = SOCIAL_SERVICES_LIST.oid;
export const CHANNELS = '1.2.246.537.6.1250';
export const SIGNATURES = '1.2.246.537.5.40161';
export const ORGANISATION_REGISTER = '1.2.246.537.6.202';

const delivered: ReadonlyMap<string, unknown> = new Map(
  [
    signatures,
    appealMeans,
    serviceTasks,
    SOCIAL_SERVICES_LIST,
    specialGroups,
    notifiers,
    decisionResults,
    channels,
    registerTypes,
    roles,
  ].map((list) => [list.oid, list]),
);
const parsedLists = new Map<string, CodeList>();

/** The delivered list of that OID, checked on first use; undefined when its values are not known. */
export const deliveredCodeList: FindCodeList = (oid) => {
  const known = parsedLists.get(oid);
  const asset = delivered.get(oid);
  if (known !== undefined || asset === undefined) return known;
  const list = CodeList.parse(asset);
  parsedLists.set(oid, list);
  return list;
};

export const deliveredCodeLists = (): CodeList[] =>
  [...delivered.keys()].map((oid) => CodeList.parse(delivered.get(oid)));

/** By our key, or by the national code where a loaded list has codes that we have no word for. */
export function codeOf(
  list: string,
  key: string,
  find: FindCodeList = deliveredCodeList,
): CodeEntry | undefined {
  const codes = find(list)?.codes ?? [];
  return codes.find((entry) => entry.key === key) ?? codes.find((entry) => entry.code === key);
}

/** The code of a service task in list 1221; `code` is null for the tasks whose code is not known. */
export const codeOfServiceTask = (key: string): CodeEntry | undefined => codeOf(SERVICE_TASKS, key);

export const systemOf = (list: string, version?: string): string =>
  version === undefined ? `urn:oid:${list}` : `urn:oid:${list}.${version}`;

/** The value as THL's JSON says it, its name in Finnish; undefined when the list has no such key. */
export function codingOf(
  list: string,
  key: string,
  find: FindCodeList = deliveredCodeList,
): Coding | undefined {
  const entry = codeOf(list, key, find);
  if (entry === undefined) return undefined;
  const whole = entry.kindOf === undefined ? undefined : codeOf(list, entry.kindOf, find);
  const { code, fi } = typeof whole?.code === 'string' ? whole : entry;
  return {
    system: systemOf(list, find(list)?.version),
    ...(code !== null && { code }),
    display: fi,
  };
}

/** What is known by its Finnish name, with its code where the list is known here. */
export function namedCoding(list: string, display: string, find: FindCodeList = deliveredCodeList): Coding {
  const known = find(list);
  const code = known?.codes.find(({ fi }) => fi === display)?.code ?? undefined;
  return code === undefined
    ? { system: systemOf(list), display }
    : { system: systemOf(list, known?.version), code, display };
}

/** Our key for a coding: by its code, or by its Finnish name where it has none. */
export function keyOfCoding(
  list: string,
  coding: Coding,
  find: FindCodeList = deliveredCodeList,
): string | undefined {
  const codes = find(list)?.codes ?? [];
  if (!isSystemOf(list, coding.system)) return undefined;
  if (coding.code === undefined) return codes.find((entry) => entry.fi === coding.display)?.key;
  return codes.find((entry) => entry.code === coding.code)?.key;
}

/** What may stand after the list's OID in a coding: the arcs of one of its versions. */
export const SYSTEM_PART = '(?:\\.\\d+)*';
const VERSION_ARCS = new RegExp(`^${SYSTEM_PART}$`);

/** The version that a coding's system names after the list's OID. */
export const versionIn = (list: string, system: unknown): string | undefined =>
  typeof system === 'string' && isSystemOf(list, system) && system.length > systemOf(list).length
    ? system.slice(systemOf(list).length + 1)
    : undefined;

/** True for `urn:oid:<list>` and for any version of it. */
export function isSystemOf(list: string, system: string): boolean {
  const plain = systemOf(list);
  return system.startsWith(plain) && VERSION_ARCS.test(system.slice(plain.length));
}
