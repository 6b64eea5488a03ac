import { type NoticeSentence, when } from '../facts.ts';

/** Who processes data on the controller's behalf, and in which systems (C-34). */
export const BY_PRODUCERS: readonly NoticeSentence[] = [
  {
    id: 'recipients.producers',
    by: 'producersBound',
    text: {
      fi: 'Palveluntuottajat käsittelevät tietoja rekisterinpitäjän lukuun sopimuksen mukaisessa laajuudessa ja sen voimassaoloaikana. Ostopalveluissa tiedot kuuluvat rekisterinpitäjän rekisteriin.',
      sv: 'Serviceproducenter behandlar uppgifter för den personuppgiftsansvarigas räkning i den omfattning och under den tid som avtalet anger. I köpta tjänster hör uppgifterna till den personuppgiftsansvarigas register.',
      en: 'Producers process data on the controller’s behalf within the scope and the term of their contract. In purchased services the data belong to the controller’s register.',
    },
    said: when(({ settings }) => settings.producers.use),
  },
  {
    id: 'recipients.annex',
    by: 'producersBound',
    text: {
      fi: 'Tuottajan kanssa on tehtävä sopimus ja sen liitteeksi sopimus henkilötietojen käsittelystä ennen kuin tuottaja pääsee tietoihin.',
      sv: 'Med producenten ska ingås ett avtal och som bilaga ett avtal om behandling av personuppgifter innan producenten får tillgång till uppgifter.',
      en: 'A contract and its annex on the processing of personal data are made before a producer gets at any data.',
    },
    said: when(({ settings: { producers } }) => producers.use && producers.requireProcessingAnnex),
  },
  {
    id: 'recipients.producersSystems',
    by: 'producersBound',
    text: {
      fi: 'Palveluntuottajan oma tietojärjestelmä, jossa rekisterin tietoja ylläpidetään, merkitään tuottajan sopimukseen.',
      sv: 'Ett eget informationssystem där en serviceproducent upprätthåller registrets uppgifter antecknas i producentens avtal.',
      en: 'A system of a producer’s own in which data of the register are kept is named in the producer’s contract.',
    },
    said: when(({ settings }) => settings.producers.use),
  },
  {
    id: 'recipients.subRegisters',
    by: 'producersBound',
    text: {
      fi: 'Palveluntuottajien rekisterinpitäjää varten pitämät rekisterit kuuluvat tähän rekisteriin.',
      sv: 'De register som serviceproducenterna för för den personuppgiftsansvarigas räkning hör till detta register.',
      en: 'Registers that producers keep for the controller belong to this register.',
    },
    said: when(({ settings: { producers } }) => producers.use && producers.registersAreSubRegisters),
  },
];
