import { blindIndex } from '../../crypto/blind-index.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { nameParts } from '../../kernel/name.ts';
import type { Services } from '../../services.ts';
import type { Address, BaseData } from './model.ts';

/** An address as it is compared: street, number and postal code, however they are spelt. One without a code compares with none. */
export const comparedAddress = ({ street, postalCode }: Pick<Address, 'street' | 'postalCode'>): string[] =>
  postalCode === undefined ? [] : [[...nameParts(street), postalCode].join(' ')];

/** Keyed hashes of the addresses: what the ClientNamed event carries beside those of the names. */
export async function addressHashesOf(
  services: Services,
  controller: ControllerId,
  { addresses }: BaseData,
): Promise<string[]> {
  const index = await blindIndex(services, controller);
  return [...new Set(addresses.flatMap(comparedAddress).map((text) => index.address(text)))];
}
