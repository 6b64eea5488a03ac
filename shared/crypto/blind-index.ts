import { createHmac } from 'node:crypto';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { controllerKey } from './controller-keys.ts';

/**
 * Look-up without clear text. Identity codes can be listed (tens of millions), so the controller's key is
 * the whole protection: a keyed MAC of 128 bits. Name tokens are cut to 16 bits, so that names collide and
 * frequencies say little; what collides is sorted out by opening labels.
 */
export type BlindIndex = {
  identityCode(code: string): string;
  temporaryId(id: string): string;
  nameToken(token: string): string;
  /** Of a street and a postal code: cut as names are, so that addresses collide too. */
  address(text: string): string;
  /** Where words of a file lie: an opaque code of the controller. */
  words(said: readonly string[]): string;
  /** The bucket of words that begin so in one client's file: one hexadecimal digit, of a hash that differs from file to file. */
  wordBucket(clientId: string, beginning: string): string;
  /** A person under one research permit: no other permit has the same. */
  researchPseudonym(permitId: string, clientId: string): string;
  /** Visibility class of a case note: an opaque code of the controller. */
  noteClass(serviceTask: string, sensitivity: string): string;
  /** Visibility class of a document, likewise. */
  documentClass(words: readonly string[]): string;
  /** A client in the figures of one calendar year (docs/decisions/0092). */
  personOfYear(year: string, clientId: string): string;
  /** What a fact of the figures is about. */
  factAbout(kind: string, id: string): string;
  /** Seals what a thing was counted as, beside the thing: a key of its own, made of this one. */
  countedKey: Uint8Array;
};

export async function blindIndex(services: Services, controller: ControllerId): Promise<BlindIndex> {
  const key = await controllerKey(services, controller, 'lookup');
  const mac = (domain: string, value: string, hexDigits: number): string =>
    createHmac('sha256', key)
      .update(`${domain}\0${value.normalize('NFKC')}`)
      .digest('hex')
      .slice(0, hexDigits);
  return {
    identityCode: (code) => mac('identityCode', code, 32),
    temporaryId: (id) => mac('temporaryId', id, 32),
    nameToken: (token) => mac('name', token, 4),
    address: (text) => mac('address', text, 4),
    words: (said) => mac('words', said.join('\0'), 8),
    wordBucket: (clientId, beginning) => mac('wordBucket', `${clientId}\0${beginning}`, 1),
    researchPseudonym: (permitId, clientId) => mac('research', `${permitId}\0${clientId}`, 24),
    noteClass: (serviceTask, sensitivity) => mac('noteClass', `${serviceTask}\0${sensitivity}`, 8),
    documentClass: (words) => mac('documentClass', words.join('\0'), 8),
    personOfYear: (year, clientId) => mac('statistics', `${year}\0${clientId}`, 32),
    countedKey: createHmac('sha256', key).update('counted\0').digest(),
    factAbout: (kind, id) => mac('fact', `${kind}\0${id}`, 32),
  };
}
