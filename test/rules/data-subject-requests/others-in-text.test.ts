import { describe, expect, test } from 'vitest';
import { finderOf } from '../../../shared/domain/data-subject-requests/pointing/found-in-text.ts';
import { pointedOutIn } from '../../../shared/domain/data-subject-requests/pointing/pointed-out.ts';

/** What tells of others without a mark is found as people write it: bent, in small letters, in two ways of one number. */

const nobody = { names: [], codes: [], phones: [], emails: [], streets: [], initials: [] };
const found = (text: string, names: string[], own: string[] = []): string[] =>
  finderOf({ own: { ...nobody, names: own }, others: { ...nobody, names } })(text).map(({ from, to }) =>
    text.slice(from, to),
  );

describe('names', () => {
  test.each([
    ['Virtanen', 'Virtanen Virtasen Virtasella Virtasiltakaan'],
    ['Matti', 'Matti Matin Matille Mattiakin Matinko'],
    ['Pekka', 'Pekka Pekan Pekalta Pekkaa'],
    ['Lahti', 'Lahti Lahden Lahdelle'],
    ['Mäki', 'Mäki Mäen Mäellä'],
    ['Niemi', 'Niemi Niemen Niemeltä'],
    ['Kurki', 'Kurki Kurjen'],
    ['Hannes', 'Hannes Hanneksen Hannekselle'],
    ['Tuomas', 'Tuomas Tuomaan Tuomakselle'],
    ['Lindberg', 'Lindberg Lindbergin Lindbergille Lindbergs'],
    ['Sanna', 'sanna Sannan sannalle'],
    ['Anna-Liisa', 'Anna-Liisa Anna-Liisan Liisalle'],
    ['Ida', 'Ida Idan Idalle'],
    ['Rinne', 'Rinne Rinteen Rinteellä Rinnettä'],
    ['Kangas', 'Kangas Kankaan Kankaalle Kangasta'],
    ['Manner', 'Manner Mantereen Mantereelle'],
    ['Saari', 'Saari Saaren Saarta'],
    ['Kansi', 'Kansi Kannen Kantta'],
    ['Susi', 'Susi Suden Sutta'],
    ['Nivala', 'Nivalat Nivaloiden Nivaloita'],
    ['Mäkelä', 'Mäkelöille Mäkelien'],
    ['Vaaka', 'Vaa’an Vaakaa'],
    ['Bruce', 'Bruce’n Bruce'],
    ['Virtanen', 'Virtasten Virtanenn Virtaanen Vitranen Virtsen Virtaselle Vritaselle'],
    ['Matti', 'Mattti Mati'],
  ])('%s is found in each of its forms', (name, forms) => {
    for (const form of forms.split(' ')) {
      expect(found(`Eilen ${form} soitti.`, [name]), form).toEqual([form]);
    }
  });

  test.each([
    ['Aino', 'Se oli ainoastaan yksi kerta, mutta ainutlaatuinen.'],
    ['Mäki', 'Mättäällä oli mäyrä.'],
    ['Virtanen', 'Virta katkesi virastossa.'],
    ['Laine', 'Laina maksettiin; Lainaa oli jäljellä.'],
    ['Virtanen', 'Virtaa oli, ja vitranen pienin kirjaimin.'],
    ['Ida', 'Hän idätti siemeniä, ja idea oli hyvä; ida.'],
    ['von', 'von'],
  ])('%s is not found in words that only begin alike', (name, text) => {
    expect(found(text, [name])).toEqual([]);
  });

  test('the person’s own names point out nobody, and names that stand side by side are one', () => {
    expect(found('Eino Virtanen ja Aino Virtanen', ['Eino', 'Virtanen'], ['Aino', 'Virtanen'])).toEqual([
      'Eino',
    ]);
    expect(found('Soitti Niina Nivalan äiti.', ['Niina', 'Nivala'])).toEqual(['Niina Nivalan']);
  });
});

describe('numbers and addresses', () => {
  const find = finderOf({
    own: {
      ...nobody,
      codes: ['010190-900P'],
      phones: ['040 123 4567'],
      emails: ['oma@example.fi'],
      streets: ['Kotikatu 2'],
    },
    others: { ...nobody, phones: ['050 765 4321'], streets: ['Koivukuja 3 A 5'] },
  });
  const of = (text: string) => find(text).map(({ from, to, because }) => [because, text.slice(from, to)]);

  test('that are not the person’s own are found wherever they stand in words', () => {
    expect(of('Hetu 131052-308T, oma 010190-900P.')).toEqual([['identityCode', '131052-308T']]);
    expect(of('Numero on +358 44 555 6666, oma 0401234567.')).toEqual([['phone', '+358 44 555 6666']]);
    expect(of('Kirjoitti naapuri@example.fi, ei oma@example.fi.')).toEqual([['email', 'naapuri@example.fi']]);
    expect(of('Asuu Koivukujalla, ei Kotikadulla; muutti Rantatielle 7.')).toEqual([
      ['address', 'Koivukujalla'],
      ['address', 'Rantatielle 7'],
    ]);
  });

  test.each([
    ['131052-308T', 'identityCode'],
    ['131052 – 308t', 'identityCode'],
    ['131052308T', 'identityCode'],
    ['13.10.1952-308T', 'identityCode'],
    ['131052A308T', 'identityCode'],
    ['+358 (0)44 555 6666', 'phone'],
    ['044.555.6666', 'phone'],
    ['044–5556666', 'phone'],
    ['naapuri(at)example.fi', 'email'],
    ['naapuri [ät] example.fi', 'email'],
    ['Rantatiellä 7 B 12', 'address'],
    ['Rantatie 7b', 'address'],
    ['Pitkälaiturilla 4 as 3', 'address'],
    ['Storgatan 3 A', 'address'],
  ])('are found as people write them: %s', (written, because) => {
    expect(of(`Kertoi: ${written}, ja muuta.`)).toEqual([[because, written]]);
  });

  test.each([
    '010190 - 900p',
    '01.01.1990-900P',
    '010190900P',
    '+358 (0)40 123 4567',
    '040.123.4567',
    'oma(at)example.fi',
    'Kotikadulla 2 B 3',
  ])('of the person are not pointed out in any of these ways: %s', (written) => {
    expect(of(`Kertoi: ${written}, ja muuta.`)).toEqual([]);
  });

  test.each([
    'Laki 703/2023 10 §.',
    'Asiakastietolain 10 §:n mukaan.',
    'Kävi Rantatiellä 24.11.2026.',
    'Kävi Rantatiellä 10.30.',
    'Viite on 2026112401.',
  ])('are not seen where there are none: %s', (text) => expect(of(text)).toEqual([]));

  test('days, moments and a number in a field of its own are none', () => {
    expect(of('2026-11-24T10:00:00.000Z')).toEqual([]);
    expect(of('Sovittiin 24.11.2026 kello 10.30.')).toEqual([]);
    expect(of('09 310 1234')).toEqual([]);
    expect(of('050 7654321')).toEqual([['phone', '050 7654321']]);
  });
});

test('of an item each way of writing is told once, with what stands around it; workers and ids are passed by', () => {
  const find = finderOf({ own: nobody, others: { ...nobody, names: ['Sanna'] } });
  const told = {
    noteId: 'Sanna',
    author: { userId: 'x', name: 'Sanna Sosiaalityöntekijä', post: 'Sannan sijainen' },
    person: { name: { given: 'Sanna' } },
    content: { text: 'Serkku Sanna soitti. Sanna oli huolissaan.', agreed: 'Sannalle vastataan.' },
  };
  expect(pointedOutIn([{ place: 4, told }], find)).toEqual([
    {
      place: 4,
      words: 'Sanna',
      passage: 'Serkku Sanna soitti. Sanna oli huolissaan.',
      because: 'name',
      times: 2,
    },
    { place: 4, words: 'Sannalle', passage: 'Sannalle vastataan.', because: 'name', times: 1 },
  ]);
});
