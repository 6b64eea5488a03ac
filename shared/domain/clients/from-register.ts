import type { Finding } from '../../kernel/finding.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { BaseDataField, Source } from './model.ts';

/**
 * Väestötiedot (C-07): no connection to the population register is built, so an official carries the data. What may be
 * carried is the controller's choice, and an address under a safety ban stays as it is unless the controller says
 * otherwise (661/2009 § 36).
 */

type Population = ControllerSettings['population'];
type PopulationField = Population['fields'][number];

/** What the choices are about; of other data they say nothing. */
const CHOSEN_BY: Partial<Record<BaseDataField, PopulationField>> = {
  name: 'name',
  formerNames: 'name',
  personalIdentityCode: 'identityCode',
  formerIdentityCodes: 'identityCode',
  addresses: 'address',
  homeMunicipality: 'address',
  temporaryMunicipality: 'address',
};

/** Whether the choices have to be asked for at all. */
export const isFromRegister = ({ kind }: Pick<Source, 'kind'>): boolean => kind === 'populationRegister';

/** Base data that are recorded as told by the population register, under the member of the body that they stand in. */
export const judgeFromRegister = (
  given: readonly BaseDataField[],
  population: Population,
  { isBanned, under }: { isBanned: boolean; under: string },
): Finding[] =>
  given.flatMap((field) => {
    const of = CHOSEN_BY[field];
    const path = `/body/${under}/${field}`;
    if (of === undefined) return [];
    if (!population.fields.includes(of)) return [notFromRegister(path)];
    return of === 'address' && isBanned && !population.updateProtectedAddress ? [isProtected(path)] : [];
  });

/** A related person told by the population register. `hasNewAddress`: where the person lives is told otherwise than before. */
export const judgeFamilyFromRegister = (
  { fields, updateProtectedAddress }: Population,
  { isBanned, hasNewAddress }: { isBanned: boolean; hasNewAddress: boolean },
): Finding[] => [
  ...(fields.includes('family') ? [] : [notFromRegister('/body/source')]),
  ...(isBanned && hasNewAddress && !updateProtectedAddress
    ? [isProtected('/body/relation/contacts/addresses')]
    : []),
];

const notFromRegister = (path: string): Finding => ({
  rule: 'client.notFromRegister',
  severity: 'error',
  path,
  message: {
    fi: 'Rekisterinpitäjän asetusten mukaan tätä tietoa ei oteta väestötietojärjestelmästä.',
    sv: 'Enligt den personuppgiftsansvarigas inställningar hämtas denna uppgift inte ur befolkningsdatasystemet.',
    en: 'By the controller’s settings this datum is not taken from the population register.',
  },
});

const isProtected = (path: string): Finding => ({
  rule: 'client.protectedAddress',
  severity: 'error',
  path,
  source: '661/2009 § 36',
  message: {
    fi: 'Turvakiellon alaisen henkilön osoitetta ei päivitetä väestötietojärjestelmästä.',
    sv: 'Adressen för en person med spärrmarkering uppdateras inte ur befolkningsdatasystemet.',
    en: 'The address of a person under a safety ban is not updated from the population register.',
  },
});
