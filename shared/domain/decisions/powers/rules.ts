import type { Finding } from '../../../kernel/finding.ts';
import type { PostId, UnitId } from '../../../kernel/id.ts';
import type { Post } from '../../controllers/model.ts';
import { kindOf } from '../kinds.ts';
import { finding } from '../rules/finding.ts';
import type { DelegationContent } from './model.ts';

/** What a row of the delegation table may say: never more than the statute. Pure; all findings at once. */
export function judgeDelegation(
  row: DelegationContent,
  known: { posts: readonly Pick<Post, 'postId' | 'kind'>[]; unitIds: readonly UnitId[] },
): Finding[] {
  const { law, powers } = kindOf(row.kind);
  const missing = row.postIds.filter((postId) => !known.posts.some((post) => post.postId === postId));
  return [
    ...(powers.some(({ power }) => power === row.power) ? [] : [notOfStatute(law)]),
    ...(missing.length === 0 ? [] : [postUnknown(missing)]),
    ...(row.unitIds.every((unitId) => known.unitIds.includes(unitId)) ? [] : [unitUnknown()]),
    ...(row.power === 'institution' || known.posts.every(({ kind }) => kind === 'office')
      ? []
      : [notOffice(law)]),
  ];
}

const notOfStatute = (law: string): Finding =>
  finding('powerOfStatute', 'error', '/body/power', law, {
    fi: 'Laki ei anna tämän lajin päätöstä tällaisena toimivaltana.',
    sv: 'Lagen ger inte ett beslut av detta slag som sådan befogenhet.',
    en: 'The law does not give a decision of this kind as such a power.',
  });

const postUnknown = (missing: readonly PostId[]): Finding =>
  finding('postKnown', 'error', '/body/postIds', 'toimivaltasääntö', {
    fi: `Virkaa tai tointa ei ole: ${missing.join(', ')}.`,
    sv: `Tjänsten eller befattningen finns inte: ${missing.join(', ')}.`,
    en: `There is no such post: ${missing.join(', ')}.`,
  });

const unitUnknown = (): Finding =>
  finding('unitKnown', 'error', '/body/unitIds', 'toimivaltasääntö', {
    fi: 'Yksikköä ei ole.',
    sv: 'Enheten finns inte.',
    en: 'There is no such unit.',
  });

const notOffice = (law: string): Finding =>
  finding('powerOfOffice', 'error', '/body/postIds', law, {
    fi: 'Julkista valtaa käyttää virkasuhteinen: toimi ei voi saada tätä toimivaltaa.',
    sv: 'Offentlig makt utövas i tjänsteförhållande: en befattning kan inte få denna befogenhet.',
    en: 'Public power is used in public office: an employment cannot hold this power.',
  });
