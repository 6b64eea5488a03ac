import type { DocumentBase, EntryNote } from '../../shared/documents/entry-note.ts';
import type { EntryTypeKey } from '../../shared/documents/entry-type.ts';

/** An entry of each of the fourteen kinds, and the document that holds it: invented. */
const unit = { oid: '1.2.246.10.1012636.10.1', name: 'Perhesosiaalityö' };
const author = { surname: 'Niemi', givenNames: 'Kaisa', title: 'sosiaalityöntekijä', unit };
export const entryBase: DocumentBase = {
  clients: [{ surname: 'Mäki', givenNames: 'Aino', identityCode: '010190-999X' }],
  authors: [author],
  unit,
  date: '2026-11-24',
};

export const restrictiveSituation = (code: string) => ({
  system: 'merkinta_rajoitustoimenpiteesta/millaista_tilannetta_kirjaaminen_koskee',
  code,
  display: 'Ilman päätöstä tehdyn rajoituksen tietojen kirjaaminen',
});
const recipient = { sukunimi: 'Laine', etunimet: 'Petri', organisaatio: 'Käräjäoikeus' };

/** A note of each kind as a worker would write it, with all that the kind has a place for. */
const moment = { eventFrom: '2026-11-23T22:30:00.000Z', eventTo: '2026-11-23T23:00:00.000Z' };
const day = { eventFrom: '2026-11-24' };
const NOTES: Readonly<Record<EntryTypeKey, Omit<EntryNote, 'entryType' | 'serviceTask'>>> = {
  initiation: {
    ...day,
    text: 'Äiti soitti.',
    agreed: 'Palvelutarpeen arviointi.',
    socialServices: ['socialWork'],
  },
  serviceStart: { ...day, text: 'Alkaa heti.', socialServices: ['socialWork'] },
  guidance: { ...moment, channel: 'homeVisit', text: 'Neuvottu etuuksista.' },
  negotiation: {
    ...moment,
    channel: 'homeVisit',
    participants: ['Aino Mäki, asiakas', 'Petri Laine, opettaja, Mäen koulu'],
    text: 'Koulunkäynti.',
    agreed: 'Koulu seuraa poissaoloja.',
  },
  meetingOrContact: {
    ...moment,
    channel: 'homeVisit',
    place: 'Asiakkaan koti',
    participants: ['Aino Mäki, asiakas'],
    text: 'Kotikäynti.',
    agreed: 'Uusi aika.',
  },
  cancellation: { eventFrom: moment.eventFrom, channel: 'homeVisit', text: 'Asiakas perui.' },
  dailyLife: { ...moment, channel: 'homeVisit', text: 'Rauhallinen ilta.' },
  restrictiveMeasure: {
    ...moment,
    text: 'Kiinnipitäminen.',
    agreed: 'Jälkipuinti huomenna.',
    socialServices: ['institutionalCare'],
    details: { rajoitustoimenpide: { millaista_tilannetta_kirjaaminen_koskee: restrictiveSituation('1') } },
  },
  informationRequest: {
    text: 'Pyydetty puhelimitse.',
    details: { pyydetyt_tiedot: 'Koulun lausunto', tietojen_pyytamisen_paivamaara: '2026-11-24' },
  },
  disclosure: {
    ...day,
    text: 'Asiakassuunnitelma',
    details: {
      tietojen_vastaanottaja: recipient,
      perustelu: 'Laki 703/2023 63 §',
      kayttotarkoitus_johon_tiedot_on_luovutettu: 'Huoltoriita',
    },
  },
  serviceEnd: { ...day, text: 'Tavoitteet saavutettu.', socialServices: ['socialWork'] },
  other: { ...moment, text: 'Muu merkintä.' },
  therapeuticWork: { ...moment, channel: 'homeVisit', place: 'Perheneuvola', text: 'Istunto 3.' },
  examination: {
    ...moment,
    place: 'Perheneuvola',
    text: 'Tutkimus.',
    details: {
      tehty_tutkimus_ja_sen_tulos: [
        { kaytetty_menetelma_testi_tai_mittari: 'WISC-V', tulos_lukuarvona: 101 },
      ],
    },
  },
};
export const noteOf = (entryType: EntryTypeKey): EntryNote => ({
  entryType,
  serviceTask: 'childWelfare',
  ...NOTES[entryType],
});
