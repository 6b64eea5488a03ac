import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inventPerson } from '../../../infra/local/seed/people.ts';
import { ADULT_TEXTS, FAMILY_TEXTS } from '../../../infra/local/seed/texts.ts';
import { finderOf } from '../../../shared/domain/data-subject-requests/pointing/found-in-text.ts';
import { GatheredMarks } from '../../../shared/domain/data-subject-requests/pointing/known-people.ts';

/**
 * How often a place is pointed out that tells of nobody: in the seeded texts and in every Finnish sentence of the product,
 * in none of which anybody is named, for each of forty seeded families (docs/decisions/0146).
 */

const SENTENCE = /\bfi: (?:'((?:[^'\\\n]|\\.)*)'|`([^`$]*)`)/gu;
const sentences = globSync('{shared,functions}/**/*.ts').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(SENTENCE)].map(([, plain, long]) => plain ?? long ?? ''),
);
/** Names that many have, of whom some are words too. */
const COMMON =
  `Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen
  Saarinen Salminen Heinonen Niemi Heikkilä Salonen Kinnunen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen
  Mattila Savolainen Lahtinen Ahonen Maria Anneli Johannes Juhani Olavi Antero Tapani Kaarina Marjatta Matti Liisa Anna
  Pekka Mika Timo Sari Tiina Päivi Kari Jukka Hannu Aleksi Emma Sofia Leo Elias Oliver Eino Väinö Aino`.split(
    /\s+/u,
  );
const MUNICIPALITY = { code: '430', postalCode: '32200', postOffice: 'Loimaa' };
const nobody = new GatheredMarks().all();
const texts = [...FAMILY_TEXTS, ...ADULT_TEXTS].flatMap(({ text, agreed = '' }) => [text, agreed]);
const all = [...texts, ...sentences];
const thousands = all.join(' ').split(/\s+/u).length / 1000;

/** Places in a thousand words. */
function pointedOutFor(others: GatheredMarks): number {
  const find = finderOf({ own: nobody, others: others.all() });
  return all.flatMap((text) => find(text)).length / thousands;
}
const mean = (rates: readonly number[]): number => rates.reduce((sum, one) => sum + one, 0) / rates.length;

/** Five people of one family name, with all that the register has of them. */
function familyOf(household: number): GatheredMarks {
  const family = new GatheredMarks();
  for (let nth = 0; nth < 5; nth += 1) {
    const person = inventPerson('measured', household * 5 + nth, [MUNICIPALITY]);
    const { given, family: name, code, phone, email, street } = person;
    const marks = { personalIdentityCode: code, phones: [phone], emails: [email], addresses: [{ street }] };
    family.add({ given, family: name, ...marks });
  }
  return family;
}

test('of a seeded family, whose names are words for the most part, one place in a thousand words', () => {
  const rates = Array.from({ length: 40 }, (_, household) => pointedOutFor(familyOf(household)));
  expect(mean(rates)).toBeLessThan(1.2);
  expect(Math.max(...rates)).toBeLessThan(2.5);
});

test('of somebody with names that many have, one place in five thousand words', () => {
  const rates = Array.from({ length: COMMON.length / 2 }, (_, nth) => {
    const one = new GatheredMarks();
    one.add({ family: COMMON[nth], given: COMMON[nth + COMMON.length / 2] });
    return pointedOutFor(one);
  });
  expect(mean(rates)).toBeLessThan(0.2);
});
