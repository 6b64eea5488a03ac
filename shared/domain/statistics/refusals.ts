import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on figures can be refused for. */
export const STATISTICS_REFUSALS = {
  waits: {
    code: 'statistics.waits',
    kind: 'conflict',
    title: {
      fi: 'Tästä ei ole vielä lukuja: mikään toimi ei kirjaa niitä.',
      sv: 'Det finns inga siffror om detta ännu: ingen åtgärd antecknar dem.',
      en: 'There are no figures of this yet: no act records them.',
    },
  },
  wholePeriods: {
    code: 'statistics.wholePeriods',
    kind: 'invalid',
    title: {
      fi: 'Luku julkaistaan ja luovutetaan vain määritelmänsä kokonaisilta jaksoilta.',
      sv: 'Siffran publiceras och lämnas ut endast för hela perioder enligt sin definition.',
      en: 'The figure is published and given by the whole periods of its definition only. `details` names their kinds.',
    },
  },
  notOver: {
    code: 'statistics.notOver',
    kind: 'conflict',
    title: {
      fi: 'Jakso ei ole vielä päättynyt.',
      sv: 'Perioden är inte slut ännu.',
      en: 'The period is not over yet.',
    },
  },
  notDivided: {
    code: 'statistics.notDivided',
    kind: 'invalid',
    title: {
      fi: 'Lukua ei jaeta tällä tavalla.',
      sv: 'Siffran indelas inte på detta sätt.',
      en: 'The figure is not divided in this way.',
    },
  },
  ofNoUnit: {
    code: 'statistics.ofNoUnit',
    kind: 'invalid',
    title: {
      fi: 'Luku on joko yksiköiden tai koko rekisterinpitäjän, ja tätä kysyttiin toisella tavalla.',
      sv: 'Siffran gäller antingen enheter eller hela den personuppgiftsansvarige, och frågades på annat sätt.',
      en: 'The figure is either of units or of the whole controller, and was asked for in the other way.',
    },
  },
  personsOverYears: {
    code: 'statistics.personsOverYears',
    kind: 'invalid',
    title: {
      fi: 'Henkilöitä ei lasketa yli vuodenvaihteen: sama henkilö laskettaisiin kahdesti.',
      sv: 'Personer räknas inte över årsskiftet: samma person skulle räknas två gånger.',
      en: 'Persons are not counted over the turn of a year: the same person would be counted twice.',
    },
  },
  mayNotBeGiven: {
    code: 'statistics.mayNotBeGiven',
    kind: 'forbidden',
    title: {
      fi: 'Rekisterinpitäjän asetukset eivät nimeä tätä saajaa tai käyttöä.',
      sv: 'Den personuppgiftsansvariges inställningar nämner inte denna mottagare eller användning.',
      en: 'The settings of the controller do not name this recipient or use.',
    },
  },
  formUnknown: {
    code: 'statistics.formUnknown',
    kind: 'conflict',
    title: {
      fi: 'Asetusten lomake nimeää luvun, jota tässä määritelmässä ei ole.',
      sv: 'Blanketten i inställningarna nämner en siffra som definitionen inte har.',
      en: 'The form in the settings names a number that the definition does not have.',
    },
  },
  tooLarge: {
    code: 'statistics.tooLarge',
    kind: 'invalid',
    title: {
      fi: 'Rivejä on enemmän kuin yhteen painokseen mahtuu.',
      sv: 'Det finns fler rader än vad som ryms i en utgåva.',
      en: 'There are more rows than one edition holds.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
