import { createHash } from 'node:crypto';
import { dateOf, LocalDate } from '../../../shared/kernel/local-date.ts';
import {
  makePersonalIdentityCode,
  type PersonalIdentityCode,
} from '../../../shared/kernel/personal-identity-code.ts';

/**
 * Invented people. Surnames are ones that look like names and are taken from words for trying things out;
 * identity codes are from the artificial range 900–999, which is never given to anybody. The same number
 * always gives the same person, so that a tour can be written down.
 */
const SURNAMES = [
  'Mallila',
  'Koeniemi',
  'Harjoitelma',
  'Esimerkki',
  'Keksitty',
  'Tarunen',
  'Luomala',
  'Kuvitelma',
  'Satunen',
  'Näytelä',
  'Mukamas',
  'Oletto',
  'Arvela',
  'Testilä',
  'Kaavamaa',
  'Ääretön',
  'Ölander-Malli',
  'Åkesson-Prov',
  'Exempelberg',
  'Provfjäll',
];
const GIVEN = [
  'Aino',
  'Eino',
  'Helmi',
  'Onni',
  'Sanelma',
  'Väinö',
  'Åsa',
  'Örjan',
  'Elli',
  'Toivo',
  'Lempi',
  'Urho',
  'Saima',
  'Veikko',
  'Irja',
  'Oiva',
  'Märta',
  'Göran',
  'Tyyne',
  'Arvo',
];
const STREETS = ['Keksittykatu', 'Mallitie', 'Esimerkinkuja', 'Koepolku', 'Harjoitusraitti', 'Provvägen'];
const OCCUPATIONS = [
  'leipuri',
  'varastotyöntekijä',
  'lähihoitaja',
  'kirvesmies',
  'opiskelija',
  'eläkeläinen',
];

export type Municipality = { code: string; postalCode: string; postOffice: string };

export type InventedPerson = {
  family: string;
  given: string;
  code: PersonalIdentityCode;
  birthDate: LocalDate;
  municipality: Municipality;
  street: string;
  phone: string;
  email: string;
  occupation?: string;
  isChild: boolean;
};

/** A number below `below`, from the words: the same words, the same number. */
export const pick = (below: number, ...words: (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) % below;

const of = <T>(list: readonly T[], ...words: (string | number)[]): T => {
  const chosen = list[pick(list.length, ...words)];
  if (chosen === undefined) throw new Error('An empty list has nothing to choose from.');
  return chosen;
};

/** The `index`-th person of a register. Neighbours of five share surname and address: a family. */
export function inventPerson(
  register: string,
  index: number,
  municipalities: readonly Municipality[],
): InventedPerson {
  const household = Math.floor(index / 5);
  const isChild = index % 5 >= 2;
  const year = isChild ? 2009 + pick(16, register, index, 'year') : 1935 + pick(70, register, index, 'year');
  const birthDate = dateOf(
    year,
    1 + pick(12, register, index, 'month'),
    1 + pick(28, register, index, 'day'),
  );
  if (birthDate === undefined) throw new Error('Every month has a 28th day.');
  const family = of(SURNAMES, register, household, 'family');
  const first = of(GIVEN, register, index, 'first');
  const second = of(GIVEN, register, index, 'second');
  const municipality = of(municipalities, register, household, 'municipality');
  return {
    family,
    given: first === second ? first : `${first} ${second}`,
    code: codeOf(birthDate, index),
    birthDate,
    municipality,
    street: `${of(STREETS, register, household, 'street')} ${1 + (household % 90)}`,
    phone: `+358 40 ${String(1_000_000 + index).slice(1, 4)} ${String(10_000 + index).slice(1)}`,
    email: `asiakas${index}@example.fi`,
    ...(isChild ? {} : { occupation: of(OCCUPATIONS, register, index, 'occupation') }),
    isChild,
  };
}

/** Nobody shares a code: within a birthday the individual numbers and century signs run on with the index. */
function codeOf(birthDate: LocalDate, index: number): PersonalIdentityCode {
  const signs = birthDate >= '2000-01-01' ? ['A', 'B', 'C', 'D', 'E', 'F'] : ['-', 'Y', 'X', 'W', 'V', 'U'];
  const sign = signs[Math.floor(index / 100) % signs.length];
  return makePersonalIdentityCode({
    birthDate,
    individualNumber: 900 + (index % 100),
    ...(sign === undefined ? {} : { sign }),
  });
}
