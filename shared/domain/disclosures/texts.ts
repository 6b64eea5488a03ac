import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { Key } from '../../table/keys.ts';
import { AskedContent, type DisclosureItem, PreparedContent, RefusalWords } from './disclosure.ts';

/** What is sealed of a request and of what became of it, each under the client. */

const place = (key: Key, attribute: 'asked' | 'reasons' | 'refusal') => recordPlace(key, attribute);

export const sealAsked = (ring: KeyRing, key: Key, content: AskedContent): Promise<Sealed> =>
  ring.seal(undefined, place(key, 'asked'), 1, content);
export const openAsked = (ring: KeyRing, item: DisclosureItem): Promise<AskedContent> =>
  ring.open(item.asked, place(item, 'asked'), AskedContent);

export const sealReasons = (
  ring: KeyRing,
  key: Key,
  version: number,
  content: PreparedContent,
): Promise<Sealed> => ring.seal(undefined, place(key, 'reasons'), version, content);
export const openReasons = async (
  ring: KeyRing,
  item: DisclosureItem,
): Promise<PreparedContent | undefined> =>
  item.reasons === undefined ? undefined : ring.open(item.reasons, place(item, 'reasons'), PreparedContent);

export const sealRefusal = (ring: KeyRing, key: Key, version: number, words: string): Promise<Sealed> =>
  ring.seal(undefined, place(key, 'refusal'), version, words);
export const openRefusal = async (ring: KeyRing, item: DisclosureItem): Promise<string | undefined> =>
  item.refusal === undefined ? undefined : ring.open(item.refusal, place(item, 'refusal'), RefusalWords);
