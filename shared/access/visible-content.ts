import type { Definition, Field } from '../documents/definition.ts';
import { isRecord, pointer } from '../documents/visit.ts';
import { DocumentContent } from '../domain/documents/model.ts';
import { type Actor, hasSpecialRight } from './actor.ts';

/**
 * Turvakielto (661/2009 §§ 36–37) in documents: fields of a definition that tell where somebody lives or may be
 * reached. The contact address is freely usable (docs/decisions/0041).
 */
const PROTECTED_FIELDS: ReadonlySet<string> = new Set([
  'lahiosoite',
  'postinumero',
  'postitoimipaikka',
  'osoite',
  'postiosoite',
  'kayntiosoite',
  'tilapainen_osoite',
  'vastausosoite',
  'puhelinnumero',
  'sahkopostiosoite',
  'yhteystiedot',
  'kotikunta',
  'kunta',
  'kuntaan_muutto',
  'tilapainen_asuinkunta',
  'asuinpaikka',
  'asuinalue',
  'asuntokunta',
  'sijoituspaikan_yhteystiedot',
  'sijaishuoltopaikan_yhteystiedot',
  'paivahoitopaikan_yhteystiedot',
  'esiopetuspaikan_yhteystiedot',
  'oppilaitoksen_yhteystiedot',
  'tyopaikka',
]);

/** Groups about officials and offices: where they work is no secret of the client's. */
const OF_OFFICES: ReadonlySet<string> = new Set([
  'laatija',
  'valmistelija',
  'paatoksentekija',
  'lisatietojen_antaja',
  'muutoksenhaku',
  'yhteysosoite',
  'palveluyksikko',
  'yksikko',
]);

export type VisibleContent = { content: DocumentContent; hidden: string[] };

/**
 * One exit for the content of documents: reading, rendering and exporting pass here. `isBanned`: a client of the
 * document is under a safety ban now. Then the dwellings of all private persons in it are hidden, for those of a
 * child's guardian or a partner betray the client's own. @returns what may be shown, and where something is not.
 */
export function visibleContent(
  actor: Actor,
  definition: Definition,
  content: DocumentContent,
  isBanned: boolean,
): VisibleContent {
  if (!isBanned || hasSpecialRight(actor, 'seeProtectedAddresses')) return { content, hidden: [] };
  return withoutDwellings(definition, content);
}

/** The content without what tells where somebody lives, whoever reads: for a copy that goes out of the house. */
export function withoutDwellings(definition: Definition, content: DocumentContent): VisibleContent {
  const hidden: string[] = [];
  const root = without(definition.fields, content[definition.key], `/${definition.key}`, hidden);
  return { content: DocumentContent.parse({ ...content, [definition.key]: root }), hidden };
}

function without(fields: readonly Field[], value: unknown, path: string, hidden: string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, place) => without(fields, item, pointer(path, place), hidden));
  }
  if (!isRecord(value)) return value;
  const shown: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const at = pointer(path, key);
    const field = fields.find((candidate) => candidate.key === key);
    if (PROTECTED_FIELDS.has(key)) hidden.push(at);
    else if (field?.type !== 'group' || OF_OFFICES.has(key)) shown[key] = member;
    else shown[key] = without(field.fields, member, at, hidden);
  }
  return shown;
}
