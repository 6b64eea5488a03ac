import * as z from 'zod';
import { splitDefinitionOid } from '../../documents/definition.ts';
import type { DocumentContent } from './model.ts';

/**
 * What a document of family law is counted as. The agreement of 361/1983 says itself on what the parties have agreed:
 * one document may be of custody, residence, access and information together (Sosmeta 1.2.246.537.6.1506.13001).
 */
const TYPES = '1.2.246.537.6.1506.';

/** Documents that are one thing each, by the number of their type. */
const WHOLE: Readonly<Record<string, string>> = {
  // Lapsen elatussopimus
  '13000': 'maintenance',
  // Puolison elatussopimus
  '13003': 'spouseMaintenance',
  // Lapsen syntymän jälkeinen vanhemmuuden tunnustamisasiakirja
  '4025': 'acknowledgement',
  // Pöytäkirja vanhemmuuden selvittämisestä, also of a child born in marriage
  '7016': 'parenthoodRecord',
  '7017': 'parenthoodRecord',
  // Pöytäkirja synnyttäneen äidin äitiyden selvittämisestä
  '12015': 'maternityRecord',
};

const AGREEMENT = '13001';
const AGREED = {
  lapsen_huolto: 'custody',
  asuminen: 'residence',
  tapaamisoikeus: 'access',
  tiedonsaantioikeus: 'information',
} as const;

const Ticks = z.looseObject({
  lapsen_huolto__ja_tapaamisoikeussopimus: z.looseObject({
    sopimuksen_sisalto: z.looseObject({
      me_allekirjoittaneet_olemme_sopineet_seuraavaa: z.record(z.string(), z.unknown()),
    }),
  }),
});

/** Nothing where the document is not one of them, or ticks nothing. */
export function partsOf(definitionOid: string, content: DocumentContent): { parts?: string[] } {
  const type = splitDefinitionOid(definitionOid)?.typeOid;
  if (type?.startsWith(TYPES) !== true) return {};
  const arc = type.slice(TYPES.length);
  const whole = WHOLE[arc];
  if (whole !== undefined) return { parts: [whole] };
  const ticks = arc === AGREEMENT ? Ticks.safeParse(content).data : undefined;
  const agreed =
    ticks?.lapsen_huolto__ja_tapaamisoikeussopimus.sopimuksen_sisalto
      .me_allekirjoittaneet_olemme_sopineet_seuraavaa ?? {};
  const parts = Object.entries(AGREED).flatMap(([field, part]) => (agreed[field] === true ? [part] : []));
  return parts.length === 0 ? {} : { parts };
}
