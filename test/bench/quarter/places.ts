import type { Chance } from './chance.ts';

export type Address = { street: string; house: number; flat: string; postalCode: string; town: string };

/** Invented streets of five invented towns. `weight`: how much of the county lives there. */
const TOWNS = [
  { town: 'Keskikylä', postalCode: '05990', weight: 9, streets: 60 },
  { town: 'Koskenniska', postalCode: '05991', weight: 6, streets: 40 },
  { town: 'Rantakoski', postalCode: '05992', weight: 3, streets: 25 },
  { town: 'Metsälahti', postalCode: '05993', weight: 2, streets: 18 },
  { town: 'Peräkorpi', postalCode: '05994', weight: 1, streets: 10 },
];
const FIRST =
  'Aarni Hauki Haapa Hiekka Honka Järvi Kaisla Kallio Kanerva Karhu Kataja Kettu Kirkko Koivu Koulu Kuusi Leppä Lumme Metso Mylly'.split(
    ' ',
  );
const SECOND = ['katu', 'tie', 'polku', 'kuja', 'raitti'];

/** Half of all live in houses of many flats, each street has five of those: neighbours of one house are common. */
export function addressIn(chance: Chance): Address {
  const { town, postalCode, streets } = chance.byWeight(TOWNS, ({ weight }) => weight);
  const place = chance.int(0, streets - 1);
  const street = `${FIRST[place % FIRST.length]}${SECOND[Math.floor(place / FIRST.length)]}`;
  if (chance.is(0.5)) return { street, house: chance.int(12, 90), flat: '', postalCode, town };
  const flat = `${chance.pick(['A', 'B', 'C'])} ${chance.int(1, 24)}`;
  return { street, house: chance.int(1, 5) * 2, flat, postalCode, town };
}

export const buildingOf = ({ town, street, house }: Address): string => `${town} ${street} ${house}`;
