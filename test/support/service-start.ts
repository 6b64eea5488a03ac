import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { Definition } from '../../shared/documents/definition.ts';
import { validateContent } from '../../shared/documents/validate.ts';

/** A complete national document, on which one thing at a time is made wrong. */
export const START = '1.2.246.537.6.1506.19002';
export const ROOT = 'merkinta_sosiaalipalvelun_alkamisesta';

export const serviceStart = {
  asiakas: [
    {
      sukunimi: 'Mäki',
      etunimet: 'Aino',
      henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-999X' },
    },
  ],
  palvelutehtava: { system: 'urn:oid:1.2.246.537.6.1221.201601', code: '10', display: 'Lastensuojelu' },
  sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', code: '46', display: 'Sosiaalityö' },
  sosiaalipalvelun_alkamispaiva: '2026-11-24',
  laatija: { sukunimi: 'Niemi', etunimet: 'Kaisa' },
};

export function definition(typeOid: string): Definition {
  const found = definitionOf(typeOid);
  if (found === undefined) throw new Error(`no definition ${typeOid}`);
  return found;
}

export const found = (content: unknown, stage: 'draft' | 'final' = 'final', typeOid = START) =>
  validateContent(definition(typeOid), content, stage).map(({ rule, path, severity }) => ({
    rule,
    path,
    severity,
  }));
export const withStart = (change: Record<string, unknown>) => ({ [ROOT]: { ...serviceStart, ...change } });
