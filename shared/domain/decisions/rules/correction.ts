import * as z from 'zod';
import type { Finding } from '../../../kernel/finding.ts';
import { Json } from '../../../kernel/json.ts';
import { applyChanges, type ContentChange } from '../../documents/content-change.ts';
import { DocumentContent } from '../../documents/model.ts';
import { ContentPointer } from '../model.ts';
import { finding } from './finding.ts';

/**
 * Kirjoitusvirhe (434/2003 51 §): an evident slip of writing or counting. A value that stands in the document is
 * written as it should have been; what was decided is never changed so (50 §; docs/decisions/0064).
 */

export const CorrectedPlace = z.strictObject({
  place: ContentPointer,
  value: z.union([z.string().trim().min(1).max(20_000), z.number(), z.boolean()]),
});
export type CorrectedPlace = z.infer<typeof CorrectedPlace>;

/** What makes the decision what it is, and stands in the decision itself besides: who decided what, when, for how long, and how it is appealed. */
const DECIDED_PLACE =
  /\/(ratkaisun_laji|muutoksenhaku|paatoksentekija|paatospaivamaara|paatostunnus|paatoksen_voimassaolo|valiton_taytantoonpano|allekirjoitus|allekirjoituksen_tyyppi)(\/|$)/;

const stepsOf = (place: string): ContentChange['at'] =>
  place
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

function valueAt(content: unknown, place: string): unknown {
  return stepsOf(place).reduce<unknown>((holder, step) => {
    if (Array.isArray(holder)) return typeof step === 'number' ? holder[step] : undefined;
    const isGroup = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step);
    return isGroup ? Reflect.get(holder, step) : undefined;
  }, content);
}

/** Each place is a value that stands, of the same kind as what it should have been, and no part of what was decided. */
export function judgeCorrection(content: unknown, places: readonly CorrectedPlace[]): Finding[] {
  return places.flatMap(({ place, value }, nth) => {
    const path = `/body/places/${nth}`;
    if (DECIDED_PLACE.test(place)) return [decidedAnew(path)];
    const stands = valueAt(content, place);
    return typeof stands === typeof value && stands !== value ? [] : [notThere(path)];
  });
}

/** The content as it should have been: of the same shape, so that what a copy hides stays where it is. */
export const correctedContent = (
  content: DocumentContent,
  places: readonly CorrectedPlace[],
): DocumentContent =>
  DocumentContent.parse(
    applyChanges(
      content,
      places.map(({ place, value }) => ({ at: stepsOf(place), value: Json.parse(value) })),
    ),
  );

const decidedAnew = (path: string): Finding =>
  finding('decidedAnew', 'error', path, '434/2003 50–51 §', {
    fi: 'Ratkaisua, päättäjää, päivää, voimassaoloa tai muutoksenhakuohjetta ei korjata kirjoitusvirheenä: asia ratkaistaan uudelleen.',
    sv: 'Avgörandet, beslutsfattaren, dagen, giltigheten och besvärsanvisningen rättas inte som skrivfel: ärendet avgörs på nytt.',
    en: 'The result, decider, day, term and guidance on appeal are not corrected as a clerical error: it is decided anew.',
  });

const notThere = (path: string): Finding =>
  finding('correctsValue', 'error', path, '434/2003 51 §', {
    fi: 'Kohdassa ei ole tällaista arvoa, tai arvo ei muutu.',
    sv: 'På stället finns inget sådant värde, eller så ändras det inte.',
    en: 'There is no such value at this place, or it does not change.',
  });
