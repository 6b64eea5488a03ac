import type { Definition } from '../definition.ts';
import type { LayoutNode } from './layout.ts';
import type { Lifted } from './lifted.ts';
import { hasContent, itemsOf, memberOf, type Reader } from './reader.ts';
import { shownText } from './shown-text.ts';
import { shownTime } from './shown-time.ts';
import { shownValue } from './shown-value.ts';

type Signers = Extract<LayoutNode, { kind: 'signatures' }>['signers'];

/** Who signs for the authority, by the groups that the definitions have for them. */
const SIGNING = ['paatoksentekija', 'maksusitoumuksen_antaja', 'laatija'];

/**
 * The signatures that a content tells of, or the one that its definition has a place for. An electronic signature
 * needs no line; a name that the signature does not give is that of who decided or drew up the document.
 */
export function signersOf(
  definition: Definition,
  signatures: readonly Lifted[],
  content: unknown,
  author: { name: string; post: string },
  reader: Reader,
): Signers {
  const [place] = signatures;
  if (place === undefined && definition.documentType !== 'Päätös') return [];
  const official = officialOf(content) ?? [author.name, author.post];
  const items = signatures.flatMap(({ value }) => itemsOf(value).filter(hasContent));
  if (items.length === 0)
    return reader.blank ? [{ lines: [], byHand: true }] : [{ lines: clean(official), byHand: true }];
  return items.map((item) => {
    const kind = kindOf(place, item, reader);
    const signature = text(item, 'allekirjoitus');
    const name = text(item, 'nimi') || signature;
    const day = text(item, 'paivamaara');
    const where = clean([text(item, 'paikka'), day === '' ? '' : shownTime(day, reader.language)]).join(' ');
    return {
      lines: clean([
        ...(name === '' ? official : [...new Set([name, signature]), text(item, 'rooli')]),
        where,
        kind,
      ]),
      byHand: !/sähköi|elektroni/i.test(kind),
    };
  });
}

function officialOf(content: unknown): string[] | undefined {
  for (const key of SIGNING) {
    for (const holder of [content, memberOf(content, 'paatos')]) {
      const [person] = itemsOf(memberOf(holder, key));
      const name = clean([text(person, 'etunimet'), text(person, 'sukunimi')]).join(' ');
      if (name !== '') return [name, text(person, 'tehtavanimike')];
    }
  }
  return undefined;
}

function kindOf(place: Lifted | undefined, item: unknown, { language, find }: Reader): string {
  const group = place?.field.type === 'group' ? place.field : undefined;
  const field = group?.fields.find(({ key }) => key === 'allekirjoituksen_tyyppi');
  const value = memberOf(item, 'allekirjoituksen_tyyppi');
  return field === undefined || field.type === 'group' || value === undefined
    ? ''
    : shownValue(field, value, language, find);
}

function text(holder: unknown, key: string): string {
  const value = memberOf(holder, key);
  return typeof value === 'string' ? shownText(value) : '';
}

const clean = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');
