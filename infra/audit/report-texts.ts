/** The languages of a monthly report. The Swedish and English texts are unreviewed, and so are the Finnish ones. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Text = Readonly<Record<Language, string>>;

/** What a monthly report has, in its order: a saved query, and what stands above its answer. */
export const SECTIONS: readonly { query: string; title: Text }[] = [
  {
    query: 'by-result',
    title: { fi: 'Käyttö tuloksittain', sv: 'Användning efter resultat', en: 'Use, by what became of it' },
  },
  {
    query: 'by-basis',
    title: { fi: 'Käytön perusteet', sv: 'Grunder för användningen', en: 'Grounds of use' },
  },
  {
    query: 'break-glass',
    title: {
      fi: 'Avaukset ilman asiakas- tai muuta asiallista yhteyttä',
      sv: 'Öppningar utan klientförhållande eller annat sakligt samband',
      en: 'Files opened without a client relationship or other factual connection',
    },
  },
  { query: 'refused', title: { fi: 'Torjutut yritykset', sv: 'Nekade försök', en: 'Refused attempts' } },
  { query: 'failed', title: { fi: 'Virheet', sv: 'Fel', en: 'Faults' } },
  { query: 'searches', title: { fi: 'Haut', sv: 'Sökningar', en: 'Searches' } },
  { query: 'disclosures', title: { fi: 'Luovutukset', sv: 'Utlämnanden', en: 'Disclosures' } },
  {
    query: 'out-of-hours',
    title: {
      fi: 'Käyttö yöllä ja muina kuin työpäivinä',
      sv: 'Användning nattetid och andra dagar än arbetsdagar',
      en: 'Use at night and on days that are no working days',
    },
  },
  {
    query: 'seen-without-tie',
    title: {
      fi: 'Tietoja nähty muulla perusteella kuin työnä asiakkaan kanssa',
      sv: 'Uppgifter sedda på annan grund än arbete med klienten',
      en: 'Data seen on a ground that is no work with the client',
    },
  },
  {
    query: 'clients-by-worker',
    title: { fi: 'Asiakkaita työntekijää kohti', sv: 'Klienter per anställd', en: 'Clients by worker' },
  },
  { query: 'as-deputy', title: { fi: 'Sijaisena', sv: 'Som vikarie', en: 'As a deputy' } },
  {
    query: 'authentication-methods',
    title: { fi: 'Tunnistautumistavat', sv: 'Autentiseringssätt', en: 'How sessions were authenticated' },
  },
  {
    query: 'log-read',
    title: { fi: 'Käyttölokin lukeminen', sv: 'Läsning av loggen', en: 'Reading of the access log' },
  },
  {
    query: 'planted',
    title: {
      fi: 'Päivittäiset koerikkomukset ja niiden havaitseminen',
      sv: 'Dagliga provöverträdelser och hur de upptäcktes',
      en: 'Violations planted daily, and how they were found',
    },
  },
  {
    query: 'deployed-changes',
    title: {
      fi: 'Ohjelmakoodin ja sääntöjen muutokset',
      sv: 'Ändringar i kod och regler',
      en: 'Changes of code and policies',
    },
  },
  {
    query: 'by-operators',
    title: { fi: 'Ylläpidon komennot', sv: 'Driftens kommandon', en: 'Commands of operators' },
  },
];

export const REPORT_TEXTS = {
  title: {
    fi: 'Käyttölokin kuukausiraportti',
    sv: 'Månadsrapport om åtkomstloggen',
    en: 'Monthly report of the access log',
  },
  nothing: { fi: 'Ei mitään.', sv: 'Ingenting.', en: 'Nothing.' },
  more: { fi: 'Lisää: kysely', sv: 'Mer: frågan', en: 'There is more: query' },
  whole: { fi: 'Loki on eheä.', sv: 'Loggen är hel.', en: 'The log is whole.' },
  notWhole: { fi: 'LOKI EI OLE EHEÄ.', sv: 'LOGGEN ÄR INTE HEL.', en: 'THE LOG IS NOT WHOLE.' },
  unchecked: {
    fi: 'Lokin eheyttä ei tarkistettu: julkista avainta ei annettu.',
    sv: 'Loggens helhet kontrollerades inte: ingen offentlig nyckel gavs.',
    en: 'Whether the log is whole was not checked: no public key was given.',
  },
} as const satisfies Record<string, Text>;
