import type { Slot, Slots } from './entry-slots.ts';
import { EntryTypeKey } from './entry-type.ts';

export type Sensitivity = 'ordinary' | 'therapy' | 'examination';

export type EntryType = {
  typeOid: string;
  /** The version of the definition that the slots were read from. */
  version: string;
  /** The root property of the document. */
  root: string;
  fi: string;
  sv: string;
  sensitivity: Sensitivity;
  slots: Slots;
  /** Slots that depend on a code which `details` chooses. */
  slotsByCode?: { path: string; slots: Readonly<Record<string, Slots>> };
  clients: 'one' | 'many';
  authors: 'one' | 'many';
  /** A coded unit, filled with the document's own unit unless `details` names another. */
  unitAt?: string;
  /** A person of our own, filled with the author unless `details` names another. */
  ownPersonAt?: string;
};

const TASK_AND_SERVICES = {
  serviceTask: { path: 'palvelutehtava' },
  socialServices: { path: 'sosiaalipalvelu', repeats: true },
} as const satisfies Slots;

const ENTRY = 'asiakaskertomusmerkinta';
const ENTRY_TASK_AND_SERVICES = {
  serviceTask: { path: `${ENTRY}/palvelutehtava` },
  socialServices: { path: `${ENTRY}/sosiaalipalvelu`, repeats: true },
} as const satisfies Slots;

const EVENT = `${ENTRY}/tapahtuma`;
const EVENT_TIME_AND_TEXT = {
  ...ENTRY_TASK_AND_SERVICES,
  eventFrom: { path: `${EVENT}/ajanjakso/alkamishetki` },
  eventTo: { path: `${EVENT}/ajanjakso/paattymishetki` },
  text: { path: `${EVENT}/kuvaus` },
} as const satisfies Slots;
const CHANNEL = { path: `${EVENT}/asiointitapa`, repeats: true } as const satisfies Slot;
const PLACE = { path: `${EVENT}/paikka` } as const satisfies Slot;
const PARTICIPANTS = { path: `${EVENT}/osallistujat` } as const satisfies Slot;

const COMMON = { sensitivity: 'ordinary', clients: 'many', authors: 'one' } as const;
const MEASURE = 'rajoitustoimenpide';

export const ENTRY_TYPES: Readonly<Record<EntryTypeKey, EntryType>> = {
  initiation: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19001',
    version: '2023.10.30',
    root: 'merkinta_asian_vireilletulosta',
    fi: 'Merkintä asian vireilletulosta',
    sv: 'Anteckning om inledande behandling av ärende',
    slots: {
      serviceTask: { path: 'palvelutehtava', repeats: true },
      socialServices: { path: 'sosiaalipalvelu', repeats: true },
      eventFrom: { path: 'vireilletulopaiva', day: true },
      text: { path: 'kuvaus_asian_vireilletulosta' },
      agreed: { path: 'toimenpiteet' },
    },
  },
  serviceStart: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19002',
    version: '2022.1.10',
    root: 'merkinta_sosiaalipalvelun_alkamisesta',
    fi: 'Merkintä sosiaalipalvelun alkamisesta',
    sv: 'Anteckning om inledande av socialservice',
    slots: {
      serviceTask: { path: 'palvelutehtava' },
      socialServices: { path: 'sosiaalipalvelu' },
      eventFrom: { path: 'sosiaalipalvelun_alkamispaiva', day: true },
      text: { path: 'lisatiedot' },
    },
  },
  guidance: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19003',
    version: '2022.1.10',
    root: 'merkinta_ohjauksesta_ja_neuvonnasta',
    fi: 'Merkintä ohjauksesta ja neuvonnasta',
    sv: 'Anteckning om handledning och rådgivning',
    slots: { ...EVENT_TIME_AND_TEXT, channel: CHANNEL },
  },
  negotiation: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19004',
    version: '2022.1.10',
    root: 'merkinta_neuvottelusta',
    fi: 'Merkintä neuvottelusta',
    sv: 'Anteckning om överläggning',
    slots: {
      ...EVENT_TIME_AND_TEXT,
      channel: CHANNEL,
      participants: PARTICIPANTS,
      agreed: { path: 'neuvottelussa_sovitut_asiat_ja_vastuunjako' },
    },
  },
  meetingOrContact: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19005',
    version: '2022.1.10',
    root: 'merkinta_tapaamisesta_tai_yhteydenotosta',
    fi: 'Merkintä tapaamisesta tai yhteydenotosta',
    sv: 'Anteckning om möte eller kontakt',
    slots: {
      ...EVENT_TIME_AND_TEXT,
      channel: CHANNEL,
      place: PLACE,
      participants: PARTICIPANTS,
      agreed: { path: 'sovitut_asiat' },
    },
  },
  cancellation: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19006',
    version: '2022.9.28',
    root: 'merkinta_neuvottelun_tapaamisen_tai_yhteydenoton_peruuntumisesta',
    fi: 'Merkintä neuvottelun, tapaamisen tai yhteydenoton peruuntumisesta',
    sv: 'Anteckning om inhibering av överläggning, möte eller kontakt',
    slots: {
      ...ENTRY_TASK_AND_SERVICES,
      eventFrom: { path: `${EVENT}/paivamaara_ja_kellonaika` },
      channel: CHANNEL,
      text: { path: `${EVENT}/lisatiedot_peruuntumisesta` },
    },
  },
  dailyLife: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19007',
    version: '2022.1.10',
    root: 'merkinta_asiakkaan_arjesta',
    fi: 'Merkintä asiakkaan arjesta',
    sv: 'Anteckning om en klients vardag',
    slots: { ...EVENT_TIME_AND_TEXT, channel: CHANNEL },
  },
  restrictiveMeasure: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19008',
    version: '2024.12.19',
    root: 'merkinta_rajoitustoimenpiteesta',
    fi: 'Merkintä rajoitustoimenpiteestä',
    sv: 'Anteckning om begränsningsåtgärd',
    clients: 'one',
    authors: 'many',
    slots: {
      serviceTask: { path: 'palvelutehtava' },
      socialServices: { path: 'sosiaalipalvelu' },
      agreed: { path: 'jatkotoimenpiteet' },
    },
    // 1 a measure taken without a decision, 2 what was seen while a restriction lasted, 3 isolation
    // (417/2007 74 §), which has named fields only.
    slotsByCode: {
      path: `${MEASURE}/millaista_tilannetta_kirjaaminen_koskee`,
      slots: {
        '1': {
          eventFrom: { path: `${MEASURE}/rajoitustoimenpide/0/ajanjakso/alkamishetki` },
          eventTo: { path: `${MEASURE}/rajoitustoimenpide/0/ajanjakso/paattymishetki` },
          text: { path: `${MEASURE}/rajoitustoimenpide/0/kuvaus` },
        },
        '2': { text: { path: `${MEASURE}/rajoituksen_aikainen_kirjaaminen/huomiot_rajoituksen_aikana` } },
      },
    },
    unitAt: 'yksikko',
  },
  informationRequest: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19009',
    version: '2023.11.30',
    root: 'merkinta_asiakasta_koskevien_tietojen_pyytamisesta_tai_saamisesta',
    fi: 'Merkintä asiakasta koskevien tietojen pyytämisestä tai saamisesta',
    sv: 'Anteckning om begäran om eller tillgång till uppgifter om en klient',
    // What was asked and what was got, and when, are separate fields: the writer says which.
    slots: { ...TASK_AND_SERVICES, text: { path: 'lisatiedot' } },
  },
  // To be replaced by the disclosure notification (luovutusilmoitus) in a system joined to Kanta.
  disclosure: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19010',
    version: '2023.9.8',
    root: 'merkinta_asiakastietojen_luovuttamisesta',
    fi: 'Merkintä asiakastietojen luovuttamisesta',
    sv: 'Anteckning om utlämnande av klientuppgifter',
    slots: {
      serviceTask: { path: 'palvelutehtava' },
      socialServices: { path: 'sosiaalipalvelu' },
      eventFrom: { path: 'tietojen_luovuttamisen_paivamaara', day: true },
      text: { path: 'luovutetut_tiedot' },
    },
    ownPersonAt: 'tietojen_luovuttaja',
  },
  serviceEnd: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19012',
    version: '2022.1.10',
    root: 'merkinta_sosiaalipalvelun_paattymisesta',
    fi: 'Merkintä sosiaalipalvelun päättymisestä',
    sv: 'Anteckning om avslutning av socialservice',
    slots: {
      serviceTask: { path: 'palvelutehtava' },
      socialServices: { path: 'sosiaalipalvelu' },
      eventFrom: { path: 'sosiaalipalvelun_paattymispaiva', day: true },
      text: { path: 'sosiaalipalvelun_paattymisen_perustelut' },
    },
  },
  other: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19013',
    version: '2022.1.10',
    root: 'muu_asiakaskertomusmerkinta',
    fi: 'Muu asiakaskertomusmerkintä',
    sv: 'Annan anteckning i en klientjournal',
    slots: EVENT_TIME_AND_TEXT,
  },
  therapeuticWork: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19014',
    version: '2022.6.28',
    root: 'merkinta_terapeuttisesta_tyoskentelysta',
    fi: 'Merkintä terapeuttisesta työskentelystä',
    sv: 'Anteckning om terapeutiskt arbete',
    sensitivity: 'therapy',
    slots: { ...EVENT_TIME_AND_TEXT, channel: CHANNEL, place: PLACE },
  },
  examination: {
    ...COMMON,
    typeOid: '1.2.246.537.6.1506.19015',
    version: '2022.6.28',
    root: 'merkinta_asiakkaalle_tehdysta_tutkimuksesta',
    fi: 'Merkintä asiakkaalle tehdystä tutkimuksesta',
    sv: 'Anteckning om en undersökning som klienten genomgått',
    sensitivity: 'examination',
    slots: { ...EVENT_TIME_AND_TEXT, place: PLACE },
  },
};

/** The entry type whose document has that root property. */
export const entryTypeOfRoot = (root: string): EntryTypeKey | undefined =>
  EntryTypeKey.options.find((key) => ENTRY_TYPES[key].root === root);
