import * as z from 'zod';

/**
 * Palvelutehtävä: the task of the organiser in which a case is handled and a document drawn up. Every
 * client document names one or more (703/2023 37 §); rights (457/2024 11 §), retention (703/2023 annex)
 * and the client's bans are counted by it. National code list 1.2.246.537.6.1221.
 */

/** The seven tasks of the annex of 703/2023, in its order where it has one. */
export const ServiceTask = z
  .enum(['families', 'workingAge', 'older', 'substance', 'disability', 'childWelfare', 'familyLaw'])
  .meta({ id: 'ServiceTask' });
export type ServiceTask = z.infer<typeof ServiceTask>;

type ServiceTaskDefinition = {
  fi: string;
  sv: string;
  en: string;
  /** The code of the national list; null where we have not seen it and will not guess it. */
  code: string | null;
  source: string;
  /** Names that no reader of the language has checked. */
  unreviewed: readonly ('sv' | 'en')[];
};

const ANNEX = '703/2023 annex; 457/2024 13 §';

export const SERVICE_TASKS: Readonly<Record<ServiceTask, ServiceTaskDefinition>> = {
  families: {
    fi: 'Lapsiperheiden palvelut',
    sv: 'Service för barnfamiljer',
    en: 'Services for families with children',
    code: null,
    source: ANNEX,
    unreviewed: ['en'],
  },
  workingAge: {
    fi: 'Työikäisten palvelut',
    sv: 'Service för personer i arbetsför ålder',
    en: 'Services for working-age people',
    code: null,
    source: ANNEX,
    unreviewed: ['en'],
  },
  older: {
    fi: 'Iäkkäiden palvelut',
    sv: 'Äldreservice',
    en: 'Services for older people',
    code: null,
    source: ANNEX,
    unreviewed: ['en'],
  },
  substance: {
    fi: 'Päihde- ja riippuvuustyön erityiset palvelut',
    sv: 'Särskild service inom arbetet med missbruk och beroende',
    en: 'Special services for substance abuse and addiction',
    code: '15',
    source: `${ANNEX} (the annex: päihdehuolto); code from the national document definitions`,
    unreviewed: ['en'],
  },
  disability: {
    fi: 'Vammaispalvelut',
    sv: 'Funktionshinderservice',
    en: 'Disability services',
    code: '20',
    source: `${ANNEX}; code from the national document definitions`,
    unreviewed: [],
  },
  childWelfare: {
    fi: 'Lastensuojelu',
    sv: 'Barnskydd',
    en: 'Child welfare',
    code: '10',
    source: `${ANNEX}; code from the national document definitions`,
    unreviewed: [],
  },
  familyLaw: {
    fi: 'Perheoikeudelliset palvelut',
    sv: 'Familjerättsliga tjänster',
    en: 'Family law services',
    code: null,
    source: ANNEX,
    unreviewed: ['sv'],
  },
};
