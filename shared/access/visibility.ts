import type { ClientLabel } from '../crypto/key-ring.ts';
import type { BaseData, BaseDataField } from '../domain/clients/model.ts';
import { type Actor, hasSpecialRight } from './actor.ts';

/**
 * Turvakielto (661/2009 §§ 36–37): municipality of residence, place of residence, address and other contact
 * data are shown only to those whose task directly needs them. The contact address is freely usable.
 */
export const PROTECTED_FIELDS = [
  'homeMunicipality',
  'temporaryMunicipality',
  'addresses',
  'phones',
  'emails',
  'workplace',
] as const satisfies readonly BaseDataField[];

export type VisibleBaseData = { data: Partial<BaseData>; hidden: BaseDataField[] };

/** One exit for base data: every answer, list, letter and extract passes here. */
export function visibleBaseData(actor: Actor, data: BaseData, hasSafetyBan: boolean): VisibleBaseData {
  if (!hasSafetyBan || hasSpecialRight(actor, 'seeProtectedAddresses')) return { data, hidden: [] };
  const hidden = PROTECTED_FIELDS.filter((field) => {
    const value = data[field];
    return value !== undefined && (!Array.isArray(value) || value.length > 0);
  });
  const shown: Partial<BaseData> = { ...data };
  for (const field of PROTECTED_FIELDS) delete shown[field];
  return { data: shown, hidden };
}

/**
 * One exit for labels: what lists and family views show of a person whose file is not opened. The stored label
 * of a banned person has no municipality; asked again here, for a label may be read a moment late.
 */
export function visibleLabel(label: ClientLabel, isBanned: boolean): Omit<ClientLabel, 'former'> {
  const { former: _former, municipality, ...identity } = label;
  return { ...identity, ...(isBanned || municipality === undefined ? {} : { municipality }) };
}
