import type { Definition } from '../../documents/definition.ts';
import { valueAt, writeAt } from '../../documents/path.ts';
import { isRecord } from '../../documents/visit.ts';
import type { Finding } from '../../kernel/finding.ts';
import { DocumentContent } from '../documents/model.ts';
import { isAssistance, type SocialService, socialServiceOf } from '../social-services.ts';
import type { DecisionContent, DecisionHead } from './model.ts';
import { finding } from './rules/finding.ts';

/**
 * Täydentävä toimeentulotuki (1412/1997 7 c §) and ehkäisevä toimeentulotuki (8 §), which the wellbeing services county
 * grants (4 §): each is decided by a decision of its own, on its own provision. The national document of the decision has
 * a place for either (1506.11047), and the one that was not decided on stays empty.
 */
const DECISION = '11047';

type Kind = 'supplementaryAssistance' | 'preventiveAssistance';
type Row = { group: string; amount: string; names: RegExp };

const ROWS: Readonly<Record<Kind, Row>> = {
  supplementaryAssistance: {
    group: 'taydentava_toimeentulotuki',
    amount: 'taydentavan_toimeentulotuen_maara',
    names: /\b7\s*c\b/i,
  },
  preventiveAssistance: {
    group: 'ehkaiseva_toimeentulotuki',
    amount: 'ehkaisevan_toimeentulotuen_maara',
    names: /(?<![\d/.])8(?![\d/.])/,
  },
};
const isKind = (service: SocialService): service is Kind => Object.hasOwn(ROWS, service);

/** Which of the two a decision is on; none of any other decision. */
export const assistanceOf = ({
  kind,
  socialServices,
}: Pick<DecisionHead, 'kind' | 'socialServices'>): Kind | undefined =>
  kind === DECISION ? socialServices.find(isKind) : undefined;

/** A decision on social assistance is on one kind of it and on nothing else, names its provision, and no other decision grants it. */
export function judgeAssistance(
  plan: Pick<DecisionHead, 'kind' | 'socialServices'>,
  { provisions }: Pick<DecisionContent, 'provisions'>,
): Finding[] {
  const { kind, socialServices } = plan;
  if (kind !== DECISION) return socialServices.some(isAssistance) ? [ownDecision()] : [];
  const decided = assistanceOf(plan);
  if (decided === undefined || socialServices.length > 1) return [oneKind()];
  return ROWS[decided].names.test(provisions) ? [] : [provisionMissing(socialServiceOf(decided).act)];
}

const otherOf = (kind: Kind): Row =>
  ROWS[kind === 'supplementaryAssistance' ? 'preventiveAssistance' : 'supplementaryAssistance'];

/** What the text of the decision grants is of the kind that it is on, and as much as was planned. */
export function judgeAssistanceText(
  head: Pick<DecisionHead, 'kind' | 'socialServices' | 'amount'>,
  definition: Definition,
  content: DocumentContent,
): Finding[] {
  const decided = assistanceOf(head);
  const root = content[definition.key];
  if (decided === undefined || !isRecord(root)) return [];
  const { group } = otherOf(decided);
  const other = root[group];
  return [
    ...(isRecord(other) && Object.keys(other).length > 0 ? [otherKind(`/${definition.key}/${group}`)] : []),
    ...placesOf(decided)
      .filter((place) => {
        const said = valueAt(root, place);
        return isRecord(said) && said['value'] !== (head.amount ?? Number.NaN) / 100;
      })
      .map((place) => otherAmount(`/${definition.key}/${place}`)),
  ];
}

/** Where the document says how much is granted: of the kind, and in all. */
const placesOf = (kind: Kind): string[] => [
  `${ROWS[kind].group}/${ROWS[kind].amount}`,
  'myonnettavan_tuen_maara',
];

/** The document with the amount that was planned, in euros, where something is granted. */
export function withAssistance(
  head: Pick<DecisionHead, 'kind' | 'socialServices' | 'result' | 'amount'>,
  definition: Definition,
  content: DocumentContent,
): DocumentContent {
  const decided = assistanceOf(head);
  if (decided === undefined || head.amount === undefined || head.result !== 'granting') return content;
  const own = content[definition.key];
  const root: Record<string, unknown> = structuredClone(isRecord(own) ? own : {});
  for (const place of placesOf(decided)) writeAt(root, place, { value: head.amount / 100, code: 'EUR' });
  return DocumentContent.parse({ ...content, [definition.key]: root });
}

const ownDecision = (): Finding =>
  finding('assistanceApart', 'error', '/body/socialServices', '1412/1997 7 c, 8, 14 a §', {
    fi: 'Toimeentulotuesta päätetään omalla päätöksellään.',
    sv: 'Om utkomststöd fattas ett eget beslut.',
    en: 'Social assistance is decided on by a decision of its own.',
  });
const oneKind = (): Finding =>
  finding('assistanceKind', 'error', '/body/socialServices', '1412/1997 7 c, 8 §', {
    fi: 'Nimeä, onko päätös täydentävästä vai ehkäisevästä toimeentulotuesta: kummastakin päätetään erikseen.',
    sv: 'Ange om beslutet gäller kompletterande eller förebyggande utkomststöd: om dem beslutas var för sig.',
    en: 'Name whether the decision is on supplementary or on preventive social assistance: each is decided by itself.',
  });
const provisionMissing = (source: string): Finding =>
  finding('assistanceProvision', 'error', '/body/provisions', `434/2003 45 §; ${source}`, {
    fi: `Lainkohdista puuttuu se, johon tuki perustuu: ${source}.`,
    sv: `Bland lagrummen saknas det som stödet grundar sig på: ${source}.`,
    en: `The provision that the assistance rests on is missing: ${source}.`,
  });
const otherKind = (place: string): Finding =>
  finding('assistanceOfOtherKind', 'error', place, '1412/1997 7 c, 8 §', {
    fi: 'Päätöksen tekstissä on myös toisen lajin toimeentulotukea. Päätä siitä erikseen.',
    sv: 'I beslutets text finns också utkomststöd av det andra slaget. Besluta om det för sig.',
    en: 'The text of the decision has social assistance of the other kind too. Decide on it by itself.',
  });
const otherAmount = (place: string): Finding =>
  finding('assistanceAmount', 'error', place, '434/2003 44 §', {
    fi: 'Tekstin määrä ei ole se, joka päätöksessä on suunniteltu.',
    sv: 'Beloppet i texten är inte det som planerats i beslutet.',
    en: 'The amount in the text is not the one that the decision was planned with.',
  });
