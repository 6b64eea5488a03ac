import type { Sentence } from '../../../kernel/finding.ts';
import { SERVICE_TASKS, ServiceTask } from '../../service-tasks.ts';
import { SocialService, socialServiceOf } from '../../social-services.ts';
import type { Dimension } from '../model.ts';

/** Words of the monthly report and of the report of differences. The Swedish and English are unreviewed. */
export const REPORT_WORDS = {
  title: { fi: 'Kuukausiraportti', sv: 'Månadsrapport', en: 'Monthly report' },
  ownUnits: {
    fi: 'Omien yksiköiden luvut sellaisinaan. Sisäiseen käyttöön: pieni luku voi kertoa henkilöstä.',
    sv: 'Siffror för egna enheter som de är. För internt bruk: en liten siffra kan berätta om en person.',
    en: 'Figures of own units as they are. For internal use: a small number may tell of a person.',
  },
  controller: {
    fi: 'Koko rekisterinpitäjän luvut sellaisinaan. Sisäiseen käyttöön: pieni luku voi kertoa henkilöstä.',
    sv: 'Siffror för hela den personuppgiftsansvarige som de är. För internt bruk: en liten siffra kan berätta om en person.',
    en: 'Figures of the whole controller as they are. For internal use: a small number may tell of a person.',
  },
  publication: {
    fi: 'Julkaistavat luvut. Alle viiden henkilön luvut, ja ne joista sellaisen voisi laskea, on suojattu.',
    sv: 'Siffror för publicering. Siffror för färre än fem personer, och de av vilka en sådan kan räknas ut, är skyddade.',
    en: 'Figures for publication. Figures of fewer than five persons, and those from which one could be had, are hidden.',
  },
  goesOn: { fi: 'Kuukausi on kesken', sv: 'Månaden pågår', en: 'The month goes on' },
  measure: { fi: 'Luku', sv: 'Siffra', en: 'Figure' },
  part: { fi: 'Osa', sv: 'Del', en: 'Part' },
  value: { fi: 'Arvo', sv: 'Värde', en: 'Value' },
  hidden: { fi: 'suojattu', sv: 'skyddad', en: 'hidden' },
  source: { fi: 'Lähde', sv: 'Källa', en: 'Source' },
  definition: { fi: 'Määritelmä', sv: 'Definition', en: 'Definition' },
  unverified: { fi: 'Varmistamatta', sv: 'Obekräftat', en: 'Unverified' },
  chart: {
    fi: 'Pylväskuvio: samat luvut ovat taulukossa sen alla.',
    sv: 'Stapeldiagram: samma siffror finns i tabellen under det.',
    en: 'A chart of bars: the same figures stand in the table below it.',
  },
  nothing: { fi: 'Ei tapahtumia.', sv: 'Inga händelser.', en: 'Nothing was done.' },
  unsaid: { fi: 'ei tiedossa', sv: 'okänt', en: 'not known' },
} as const satisfies Record<string, Sentence>;

export type ReportLanguage = keyof Sentence;

export const DIMENSION_WORDS: Readonly<Record<Dimension, Sentence>> = {
  unit: { fi: 'Yksiköittäin', sv: 'Enligt enhet', en: 'By unit' },
  municipality: { fi: 'Kunnittain', sv: 'Enligt kommun', en: 'By municipality' },
  homeMunicipality: { fi: 'Kotikunnittain', sv: 'Enligt hemkommun', en: 'By home municipality' },
  ageGroup: {
    fi: 'Vuonna saavutetun iän mukaan',
    sv: 'Enligt den ålder som uppnås under året',
    en: 'By the age reached in the year',
  },
  serviceTask: { fi: 'Palvelutehtävittäin', sv: 'Enligt serviceuppgift', en: 'By service task' },
  code: { fi: 'Lajeittain', sv: 'Enligt slag', en: 'By kind' },
  month: { fi: 'Kuukausittain', sv: 'Enligt månad', en: 'By month' },
};

export type UnitNameOf = (unitId: string, language: ReportLanguage) => string | undefined;

/** What a part is called: a unit by its name today, a task and a service by theirs, and the rest by its code. */
export function nameOfPart(
  by: string | undefined,
  key: string,
  language: ReportLanguage,
  unitNameOf: UnitNameOf,
): string {
  if (key === '-') return REPORT_WORDS.unsaid[language];
  if (by === 'unit') return unitNameOf(key, language) ?? key;
  const task = ServiceTask.safeParse(key).data;
  if (by === 'serviceTask' && task !== undefined) return SERVICE_TASKS[task][language];
  const service = SocialService.safeParse(key).data;
  if (by === 'code' && service !== undefined) return socialServiceOf(service)[language];
  return key;
}
