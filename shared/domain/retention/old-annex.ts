import type { DocumentKind } from '../entry-class.ts';
import type { ServiceTask } from '../service-tasks.ts';

/**
 * The annex of 254/2015, repealed on 1 January 2024, whole and in its order: what material brought from an older system
 * was kept by, and the rows on permanent keeping that the National Archives' orders still rest on (703/2023 101 §). The
 * periods of today run for old documents too (`rules.ts`); of this annex only its permanent samples are in use.
 */
export type OldRow = {
  service: string;
  /** From the event; of several the one that is known, by the words of the annex. */
  periods: readonly { years: number; from: OldEvent; only?: string }[];
  permanent: 'none' | 'all' | 'sample' | 'sampleOfMain' | 'main' | 'agreements';
};
type OldEvent =
  | 'childBorn'
  | 'serviceEnded'
  | 'clientDied'
  | 'matterHandled'
  | 'assessmentEnded'
  | 'counsellingEnded'
  | 'drawnUp';

const ofService = [
  { years: 30, from: 'serviceEnded' },
  { years: 12, from: 'clientDied' },
] as const;
const ofChild = [{ years: 120, from: 'childBorn' }] as const;

const row = (service: string, periods: OldRow['periods'], permanent: OldRow['permanent']): OldRow => ({
  service,
  periods,
  permanent,
});

export const OLD_ANNEX: readonly OldRow[] = [
  row(
    'Adoptioneuvonta',
    [...ofChild, { years: 40, from: 'counsellingEnded', only: 'rauenneet adoptioasiat' }],
    'sample',
  ),
  row('Ikääntyneiden palvelut', ofService, 'sample'),
  row('Isyyden selvittäminen', ofChild, 'sample'),
  row(
    'Kasvatus- ja perheneuvonta',
    [
      ...ofChild,
      { years: 30, from: 'assessmentEnded', only: 'asiakkuus ei jatku tarpeen selvittämisen jälkeen' },
    ],
    'none',
  ),
  row('Kehitysvammaisten erityishuolto', ofService, 'sample'),
  row('Kotipalvelut', ofService, 'sampleOfMain'),
  row('Kotoutumisen edistäminen', [], 'all'),
  row('Opiskeluhuollon kuraattoripalvelu ja muu opiskeluhuollon sosiaalityö', ofService, 'none'),
  row('Lapsen elatusavun vahvistaminen', ofChild, 'sample'),
  row('Lapsen huollon ja tapaamisoikeuden turvaaminen', ofChild, 'sample'),
  row(
    'Lastensuojelu',
    [...ofChild, { years: 30, from: 'drawnUp', only: 'lastensuojeluilmoitukset' }],
    'main',
  ),
  row('Omaishoidon tuki', ofService, 'sampleOfMain'),
  row('Perheasioiden sovittelu', ofService, 'none'),
  row('Puolison elatusavun vahvistaminen', [{ years: 30, from: 'matterHandled' }], 'agreements'),
  row('Päihdehuolto', ofService, 'sample'),
  row('Sosiaaliasiamiestoiminta', [{ years: 30, from: 'matterHandled' }], 'none'),
  row('Sosiaalihuoltolain mukaiset palvelut', ofService, 'sample'),
  row('Sosiaalinen luototus', [{ years: 30, from: 'serviceEnded' }], 'none'),
  row('Toimeentulotuki', [{ years: 12, from: 'serviceEnded' }], 'sample'),
  row('Työttömien työllistymisen tukeminen', ofService, 'none'),
  row('Vammaispalvelut', ofService, 'sample'),
  row('Vammaisten henkilöiden työllistymisen tukeminen', ofService, 'sample'),
];

/** Of those born on these days of a month all is kept permanently: the sample of the annex. */
const SAMPLE_DAYS: readonly number[] = [8, 18, 28];

/** Päätökset, suunnitelmat ja asiakaskertomukset. */
const MAIN: readonly DocumentKind[] = ['decision', 'clientPlan', 'implementationPlan', 'caseNote'];

/** What of a unit goes to an archive for good before the rest is destroyed, and by which source. */
export type Permanent =
  | { part: 'nothing' }
  | { part: 'all'; source: string }
  | { part: 'kinds'; kinds: readonly DocumentKind[]; source: string };

/**
 * Pysyvästi säilytettävä aineisto of a unit. A service task of today takes in several services of the old annex, of
 * which some had no sample: the wider is kept. Of child welfare the decisions, plans and narratives of everybody; of
 * family law the confirmed agreements of everybody. Of a client of the sample the clienthood data go too.
 */
export function permanentOf(
  serviceTasks: readonly ServiceTask[],
  birthDate: string | undefined,
  order: string,
): Permanent {
  const source = `254/2015 liite; ${order}`;
  const isSample = birthDate !== undefined && SAMPLE_DAYS.includes(Number(birthDate.slice(8, 10)));
  if (isSample) return { part: 'all', source: `${source}: 8., 18. ja 28. päivänä syntyneet` };
  const kinds = [
    ...(serviceTasks.includes('childWelfare') ? MAIN : []),
    ...(serviceTasks.includes('familyLaw') ? (['contract'] as const) : []),
  ];
  return kinds.length === 0 ? { part: 'nothing' } : { part: 'kinds', kinds: [...new Set(kinds)], source };
}
