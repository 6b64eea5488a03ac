import * as z from 'zod';
import type { Finding } from '../../../kernel/finding.ts';
import { wrong } from '../findings.ts';
import { GROUNDS, RefusedFor } from '../grounds.ts';
import type { RequestKind } from '../model.ts';
import type { FindOthers } from '../pointing/found-in-text.ts';
import { pointedOutIn } from '../pointing/pointed-out.ts';
import { holds, textsChanged, without } from './masked.ts';
import { type KeptReview, PackageItem, type Review, type StoredItem } from './model.ts';

const Refused = z.strictObject({ ground: RefusedFor, provision: z.string() });

const refusedOn = (ground: RefusedFor): z.infer<typeof Refused> => ({
  ground,
  provision: GROUNDS[ground].provision,
});

/** An item as it is given: whole, without its file, or that it is not given; and by which provision. */
export const GivenItem = PackageItem.omit({ flags: true, told: true }).extend({
  told: PackageItem.shape.told.optional(),
  /** Not given: the ground and its provision. */
  refused: z.array(Refused).optional(),
  /** The item is told, and its file is not given. */
  fileRefused: Refused.optional(),
  /** The file is a copy from which something was taken out. */
  fileRedacted: Refused.optional(),
});
export type GivenItem = z.infer<typeof GivenItem>;

/** What of a part is given after a person went through it. The same part and the same review give the same. */
export function givenOf(items: readonly StoredItem[], { withheld, masked, files }: KeptReview): GivenItem[] {
  return items.map(({ flags: _flags, source: _source, tellsOf: _tellsOf, told, file, ...item }) => {
    const grounds = withheld.filter(({ place }) => place === item.place).map(({ ground }) => ground);
    if (grounds.length > 0) return { ...item, refused: [...new Set(grounds)].map(refusedOn) };
    const passages = masked.filter(({ place }) => place === item.place).map(({ passage }) => passage);
    const { withheld: ground, redacted } = files.find(({ place }) => place === item.place) ?? {};
    const given = redacted?.file ?? file;
    return {
      ...item,
      told: passages.length === 0 ? told : textsChanged(told, without(passages)),
      ...(ground === undefined ? {} : { fileRefused: refusedOn(ground) }),
      ...(redacted === undefined ? {} : { fileRedacted: refusedOn(redacted.ground) }),
      ...(given === undefined || ground !== undefined ? {} : { file: given }),
    };
  });
}

/** For what something of a part is not given. */
export const groundsOf = ({ withheld, files }: Review): RefusedFor[] => [
  ...new Set([
    ...withheld.map(({ ground }) => ground),
    ...files.flatMap(({ withheld: ground, redacted }) => [ground ?? [], redacted?.ground ?? []].flat()),
  ]),
];

/**
 * What is wrong with a review: it names what is there, refuses on a ground of the request's own law, and decides on all
 * that is pointed out.
 */
export function judgeReview(
  kind: RequestKind,
  items: readonly StoredItem[],
  review: KeptReview,
  find: FindOthers,
): Finding[] {
  const { withheld, masked } = review;
  const findings: Finding[] = [...judgeFiles(kind, items, review), ...judgePointed(items, review, find)];
  for (const [index, { place, ground }] of withheld.entries()) {
    if (items[place] !== undefined && GROUNDS[ground].kinds.includes(kind)) continue;
    findings.push(
      wrong('withheldOfPart', `/withheld/${index}`, GROUNDS[ground].provision, {
        fi: 'Kohtaa ei ole tässä osassa, tai tällä perusteella ei evätä tällaista pyyntöä.',
        sv: 'Punkten finns inte i denna del, eller en sådan begäran vägras inte på denna grund.',
        en: 'There is no such item in the part, or a request of this kind is not refused on this ground.',
      }),
    );
  }
  for (const [index, { place, passage }] of masked.entries()) {
    const item = items[place];
    if (item !== undefined && holds(item.told, passage)) continue;
    findings.push(
      wrong('maskedOfPart', `/masked/${index}`, '(EU) 2016/679 15 art. 4 kohta', {
        fi: 'Tekstikohtaa ei ole tässä kohdassa: poisto ei poistaisi mitään.',
        sv: 'Textstället finns inte i denna punkt: ingenting skulle tas bort.',
        en: 'The words are not in this item: nothing would be taken out.',
      }),
    );
  }
  return findings;
}

/** Each place that is pointed out is withheld, taken out, or said to be one that may go. No finding tells what it says. */
function judgePointed(items: readonly StoredItem[], review: KeptReview, find: FindOthers): Finding[] {
  const mayGo = new Map<string, Set<number>>();
  for (const { words, places: of } of review.mayGo) {
    mayGo.set(words, new Set([...(mayGo.get(words) ?? []), ...of]));
  }
  const left = pointedOutIn(givenOf(items, review), find).filter(
    ({ place, words }) => mayGo.get(words)?.has(place) !== true,
  );
  if (left.length === 0) return [];
  const where = [...new Set(left.map(({ place }) => place))].slice(0, 50).join(', ');
  return [
    wrong('pointedOutDecided', '/mayGo', '(EU) 2016/679 15 art. 4 kohta', {
      fi: `Tekstissä näyttää olevan toisen henkilön tietoja ilman merkintää: poista ne tai kirjaa, että ne saa antaa. Kohdat ${where}.`,
      sv: `I texten verkar det finnas uppgifter om någon annan utan markering: ta bort dem eller anteckna att de får lämnas ut. Punkterna ${where}.`,
      en: `The text seems to tell of another person without a mark: take it out, or say that it may go. Items ${where}.`,
    }),
  ];
}

/** Every file that is not withheld with its item has been gone through: given, or left out on a ground of the law. */
function judgeFiles(kind: RequestKind, items: readonly StoredItem[], { withheld, files }: Review): Finding[] {
  const isOut = (place: number): boolean => withheld.some((one) => one.place === place);
  const owed = items.filter(({ file, place }) => file !== undefined && !isOut(place));
  const unseen = owed.filter(({ place }) => files.filter((one) => one.place === place).length !== 1);
  const wrongly = files.filter(
    ({ place, withheld: ground, redacted }) =>
      !owed.some((one) => one.place === place) ||
      (ground !== undefined && redacted !== undefined) ||
      [ground, redacted?.ground].some((one) => one !== undefined && !GROUNDS[one].kinds.includes(kind)),
  );
  return [
    ...(unseen.length === 0
      ? []
      : [
          wrong('filesGoneThrough', '/files', '(EU) 2016/679 15 art. 4 kohta', {
            fi: `Liitetiedosto on avattava ja käytävä läpi ennen antamista: kohdat ${places(unseen)}.`,
            sv: `Den bifogade filen ska öppnas och gås igenom innan den lämnas ut: punkterna ${places(unseen)}.`,
            en: `An attached file is opened and gone through before it is given: items ${places(unseen)}.`,
          }),
        ]),
    ...(wrongly.length === 0
      ? []
      : [
          wrong('filesOfPart', '/files', '(EU) 2016/679 15 art. 4 kohta', {
            fi: `Kohdassa ei ole annettavaa tiedostoa, tai tällä perusteella ei evätä: kohdat ${places(wrongly)}.`,
            sv: `Punkten har ingen fil att lämna ut, eller denna grund gäller inte: punkterna ${places(wrongly)}.`,
            en: `There is no file to be given, or this ground does not refuse it: items ${places(wrongly)}.`,
          }),
        ]),
  ];
}

const places = (all: readonly { place: number }[]): string => all.map(({ place }) => place).join(', ');
