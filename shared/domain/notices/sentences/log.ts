import { supervisorIn } from '../../controllers/supervisor.ts';
import { always, joined, type NoticeSentence, once, type SectionOfNotice, when } from '../facts.ts';
import { REPORT_SCOPES } from '../words.ts';

/** The log of use (703/2023 § 11), and the supervisory authority ((EU) 2016/679, 13(2)(d)). */

const log: readonly NoticeSentence[] = [
  {
    id: 'log.scope',
    by: 'everyUseLogged',
    text: {
      fi: 'Jokaisesta tietojen katselusta, kirjaamisesta, muuttamisesta ja luovutuksesta jää tietoryhmittäin lokimerkintä: kuka, milloin, mitä tietoja ja millä perusteella.',
      sv: 'Varje gång uppgifter läses, antecknas, ändras eller lämnas ut uppstår per uppgiftsgrupp en logganteckning: vem, när, vilka uppgifter och på vilken grund.',
      en: 'Every look at data, every entry, change and disclosure leaves a line in the log, by group of data: who, when, which data and on what ground.',
    },
    said: always,
  },
  {
    id: 'log.before',
    by: 'logBeforeAnswer',
    text: {
      fi: 'Tietoja ei näytetä, ennen kuin merkintä on tallennettu.',
      sv: 'Uppgifter visas inte innan anteckningen har sparats.',
      en: 'No data are shown before the line is stored.',
    },
    said: always,
  },
  {
    id: 'log.report',
    by: 'reportScoped',
    text: {
      fi: 'Käytön valvonnan raportissa näkyvät {what}. Muukin käyttö on lokissa.',
      sv: 'Rapporten om övervakningen visar {what}. Även all annan användning finns i loggen.',
      en: 'The report of supervision shows {what}. All other use is on the log as well.',
    },
    said: ({ settings }, language) => [{ what: REPORT_SCOPES[settings.log.reportScope][language] }],
  },
  {
    id: 'log.right',
    by: 'logData',
    text: {
      fi: 'Sinulla on oikeus saada kirjallisesta pyynnöstä maksutta tieto siitä, kuka on käyttänyt tietojasi tai kenelle niitä on luovutettu ja millä perusteella, viimeistään kahden kuukauden kuluessa. Kahta vuotta vanhempia tietoja annetaan vain erityisestä syystä (703/2023 11 §).',
      sv: 'Du har rätt att på skriftlig begäran avgiftsfritt få veta vem som har använt dina uppgifter eller till vem de har lämnats ut och på vilken grund, senast inom två månader. Uppgifter som är äldre än två år lämnas endast av särskilda skäl (703/2023 11 §).',
      en: 'On a written request you are told free of charge who has used data about you, to whom they were disclosed and on what ground, within two months. What is older than two years is given only for a special reason (703/2023 § 11).',
    },
    said: always,
  },
  {
    id: 'log.own',
    by: 'ownLog',
    text: {
      fi: 'Sähköisessä asioinnissa täysi-ikäinen näkee omat lokitietonsa itse.',
      sv: 'I e-tjänsten ser en myndig klient själv sina logguppgifter.',
      en: 'In the e-service an adult client sees the own log.',
    },
    said: when(({ settings }) => settings.network.eServices === 'protected'),
  },
  {
    id: 'log.minors',
    by: 'ownLog',
    text: {
      fi: 'Alaikäinen näkee ne siellä, kun virkailija on arvioinut sen hänen kohdallaan.',
      sv: 'En minderårig ser dem där när en anställd har bedömt det för hans eller hennes del.',
      en: 'A minor sees it there when an official has judged so of that minor.',
    },
    said: when(
      ({ settings: { network, citizens } }) =>
        network.eServices === 'protected' && citizens.minors === 'judged',
    ),
  },
  {
    id: 'log.explanation',
    by: 'explanation',
    text: {
      fi: 'Jos epäilet, että tietojasi on käytetty ilman perustetta, voit pyytää selvityksen ja rekisterinpitäjän perustellun käsityksen.',
      sv: 'Om du misstänker att dina uppgifter har använts utan grund kan du begära en utredning och den personuppgiftsansvarigas motiverade uppfattning.',
      en: 'If you suspect that data were used without a ground, you may ask for an explanation and the controller’s reasoned view.',
    },
    said: always,
  },
];

export const LOG_AND_COMPLAINT: readonly SectionOfNotice[] = [
  {
    id: 'log',
    title: { fi: 'Tietojesi käytön loki', sv: 'Loggen över användningen', en: 'The log of use' },
    sentences: log,
  },
  {
    id: 'complaint',
    title: { fi: 'Valitusoikeus', sv: 'Rätt att lämna in klagomål', en: 'Right to complain' },
    sentences: [
      {
        id: 'complaint.text',
        by: 'words',
        text: { fi: '{text}', sv: '{text}', en: '{text}' },
        // A language that nobody has written is not invented: the Finnish text stands there.
        said: ({ settings: { notice } }, language) => [
          { text: notice.complaintText[language] ?? notice.complaintText.fi },
        ],
      },
      {
        id: 'complaint.supervisor',
        by: 'words',
        text: {
          fi: 'Valvontaviranomainen: {contact}.',
          sv: 'Tillsynsmyndighet: {contact}.',
          en: 'Supervisory authority: {contact}.',
        },
        said: ({ settings }, language) => [{ contact: supervisorIn(settings.notice, language) }],
      },
      {
        id: 'complaint.links',
        by: 'words',
        text: {
          fi: 'Lisätietoja ja ohjeita: {links}',
          sv: 'Mer information och anvisningar: {links}',
          en: 'More information and instructions: {links}',
        },
        said: ({ settings }) => once('links', joined(settings.notice.links, ' ')),
      },
    ],
  },
];
