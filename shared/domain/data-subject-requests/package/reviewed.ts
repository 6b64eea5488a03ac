import type { Finding } from '../../../kernel/finding.ts';
import { wrong } from '../findings.ts';
import { GROUNDS } from '../grounds.ts';
import type { RequestKind } from '../model.ts';
import { holds, textsChanged, without } from './masked.ts';
import type { PackageItem, Review } from './model.ts';

/** An item as it is given: whole, or that it is not given and by which provision. */
export type GivenItem = Omit<PackageItem, 'flags' | 'told'> & {
  told?: PackageItem['told'];
  refused?: { ground: Review['withheld'][number]['ground']; provision: string }[];
};

/** What of a part is given after a person went through it. The same part and the same review give the same. */
export function givenOf(items: readonly PackageItem[], { withheld, masked }: Review): GivenItem[] {
  return items.map(({ flags: _flags, told, ...item }) => {
    const grounds = withheld.filter(({ place }) => place === item.place).map(({ ground }) => ground);
    if (grounds.length > 0) {
      const refused = [...new Set(grounds)].map((ground) => ({
        ground,
        provision: GROUNDS[ground].provision,
      }));
      return { ...item, refused };
    }
    const passages = masked.filter(({ place }) => place === item.place).map(({ passage }) => passage);
    return { ...item, told: passages.length === 0 ? told : textsChanged(told, without(passages)) };
  });
}

/** What is wrong with a review: it names what is there, and refuses on a ground of the request's own law. */
export function judgeReview(
  kind: RequestKind,
  items: readonly PackageItem[],
  { withheld, masked }: Review,
): Finding[] {
  const findings: Finding[] = [];
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
