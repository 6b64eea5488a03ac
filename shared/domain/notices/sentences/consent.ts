import { type NoticeSentence, when } from '../facts.ts';

/** What a client agrees to: said where the controller discloses by consent (C-10). */
export const BY_CONSENT: readonly NoticeSentence[] = [
  {
    id: 'recipients.consent',
    by: 'disclosuresGated',
    text: {
      fi: 'Tietoja voidaan luovuttaa myös asiakkaan suostumuksella tai luovutusluvalla.',
      sv: 'Uppgifter kan lämnas ut även med klientens samtycke eller tillstånd till utlämnande.',
      en: 'Data may also be disclosed by the client’s consent or permit of disclosure.',
    },
    said: when(({ settings }) => settings.disclosure.byConsent),
  },
  {
    id: 'recipients.consentGiven',
    by: 'consentsItemised',
    text: {
      fi: 'Suostumus on vapaaehtoinen ja kirjallinen, ja siinä yksilöidään, mitä tietoja, kenelle ja mihin tarkoitukseen annetaan. Jos asiakas ei voi arvioida sen merkitystä, suostumuksen antaa hänen laillinen edustajansa.',
      sv: 'Samtycket är frivilligt och skriftligt, och i det specificeras vilka uppgifter som lämnas, till vem och för vilket ändamål. Om klienten inte kan bedöma dess betydelse ges det av klientens lagliga företrädare.',
      en: 'A consent is free and written, and says which data are given, to whom and for what. Where the client cannot assess what it means, the legal representative gives it.',
    },
    said: when(({ settings }) => settings.disclosure.byConsent),
  },
];
