import type { FindCodeList } from '../code-lists.ts';
import { isRecord } from '../visit.ts';
import type { PrintLanguage } from './layout.ts';

/** Place in a content: keys and indexes from below the root on. */
export type Path = readonly string[];

/** For whom and how a content is laid out. */
export type Reader = {
  language: PrintLanguage;
  find: FindCodeList;
  hidden: HiddenPlaces;
  /** A form to be filled in by hand: what is empty gets a line to write on. Otherwise it is left out. */
  blank: boolean;
};

/** Turvakielto (661/2009 § 36), or another ground on which this reader must not see it (812/2000, 621/1999). */
export type HiddenBecause = 'safetyBan' | 'secret';

/** A JSON pointer from the document's root, `/<root key>/asiakas/0/yhteystiedot`, of what this reader is not shown. */
export type Hidden = { at: string; because: HiddenBecause };

/** What is withheld from this reader: the very place or what holds it, or something below it. */
export type HiddenPlaces = {
  at: (path: Path) => HiddenBecause | undefined;
  below: (path: Path) => boolean;
};

/** @param root the definition's root key, which a pointer may leave out. */
export function hiddenPlaces(hidden: readonly Hidden[], root: string): HiddenPlaces {
  const places = new Map(
    hidden.map(({ at, because }) => {
      const parts = at.split('/').filter((part) => part !== '');
      return [(parts[0] === root ? parts.slice(1) : parts).join('/'), because] as const;
    }),
  );
  return {
    at: (path) => path.map((_, length) => places.get(path.slice(0, length + 1).join('/'))).find(isGiven),
    below: (path) => {
      const above = path.join('/');
      return [...places.keys()].some(
        (place) => above === '' || place === above || place.startsWith(`${above}/`),
      );
    },
  };
}

const isGiven = (because: HiddenBecause | undefined): boolean => because !== undefined;

/** Whether anything was recorded there: an empty text, list or group is nothing. */
export function hasContent(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(hasContent);
  return isRecord(value) ? Object.values(value).some(hasContent) : true;
}

/** The items of a field's value: a field that does not repeat has one. */
export const itemsOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

export const memberOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
