import { type Definition, type Field, splitDefinitionOid } from '../../documents/definition.ts';
import { documentFinding } from '../../documents/document-finding.ts';
import { valueAt } from '../../documents/path.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { AssessmentResult } from './model.ts';

/**
 * Johtopäätökset: what an assessment finds (1301/2014 § 37; 417/2007 § 26). The national definitions require them
 * inside a group that may be left out whole, so that an almost empty assessment would pass as final: here they are
 * asked for by type. Of a type that is loaded later nothing is asked but what its definition requires.
 */

type Needed = { path: string; of?: AssessmentResult };

const GROUP = 'johtopaatokset_ja_jatkotoimet';
const LONG =
  'ammattihenkilon_johtopaatokset__asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta';

/** By the last arc of the type's OID: paths below the root of the definition. */
const CONCLUSIONS: Readonly<Record<string, readonly Needed[]>> = {
  '1000': [{ path: `${GROUP}/${LONG}` }],
  '1005': [
    {
      path: `${GROUP}/ammattihenkilon_johtopaatokset_asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta`,
    },
    // A relationship of child welfare begins on the social worker's own conclusion about the need of it.
    {
      path: `${GROUP}/lastensuojelun_tarve/sosiaalityontekijan_yhteenveto_ja_johtopaatokset_lastensuojelun_tarpeesta`,
      of: 'childWelfareClient',
    },
  ],
  '1008': [{ path: `${GROUP}/${LONG}` }],
  '1012': [{ path: `${GROUP}/${LONG}` }],
  '1013': [{ path: `${GROUP}/ammattihenkilon_johtopaatokset` }],
  '1019': [{ path: `${GROUP}/ammattihenkilon_johtopaatokset` }],
};

/** What is missing of the conclusions, for any of these results; a field that the definition has not is not asked. */
export function judgeConclusions(
  definition: Definition,
  content: Readonly<Record<string, unknown>>,
  results: readonly AssessmentResult[],
): Finding[] {
  const typeOid = splitDefinitionOid(definition.oid)?.typeOid ?? definition.oid;
  const needed = CONCLUSIONS[typeOid.slice(typeOid.lastIndexOf('.') + 1)] ?? [];
  return needed
    .filter(({ of }) => of === undefined || results.includes(of))
    .flatMap(({ path }) => {
      const field = fieldAt(definition.fields, path.split('/'));
      const value = valueAt(content[definition.key], path);
      const isSaid = typeof value === 'string' && value.trim() !== '';
      if (field === undefined || isSaid) return [];
      return [
        {
          ...documentFinding('document.missing', `/${definition.key}/${path}`, field),
          source: '1301/2014 § 37; 417/2007 § 26',
        },
      ];
    });
}

function fieldAt(fields: readonly Field[], [key, ...rest]: readonly string[]): Field | undefined {
  const field = fields.find((one) => one.key === key);
  if (field === undefined || rest.length === 0) return field;
  return field.type === 'group' ? fieldAt(field.fields, rest) : undefined;
}
