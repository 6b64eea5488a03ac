import type { PrintLanguage } from '../../../documents/render/layout.ts';
import type { DataPart } from '../../stores/model.ts';

/** How a package names what is in it. The Swedish words are unreviewed. */
type Word = Readonly<Record<PrintLanguage, string>>;

export const PART_WORDS: Readonly<Record<DataPart, Word>> = {
  baseData: { fi: 'Perustiedot', sv: 'Basuppgifter' },
  network: { fi: 'Perhe ja verkosto', sv: 'Familj och nätverk' },
  clienthood: { fi: 'Asiakkuus', sv: 'Klientskap' },
  cases: { fi: 'Asiat', sv: 'Ärenden' },
  narrative: { fi: 'Asiakaskertomus', sv: 'Klientjournal' },
  documents: { fi: 'Asiakirjat', sv: 'Handlingar' },
  attachments: { fi: 'Liitteet', sv: 'Bilagor' },
  papers: { fi: 'Paperiaineisto', sv: 'Pappersmaterial' },
  decisions: { fi: 'Päätökset', sv: 'Beslut' },
  services: { fi: 'Palvelut', sv: 'Tjänster' },
  plans: { fi: 'Suunnitelmat', sv: 'Planer' },
  assessments: { fi: 'Palvelutarpeen arvioinnit', sv: 'Bedömningar av servicebehovet' },
  appointments: { fi: 'Ajanvaraukset', sv: 'Tidsbokningar' },
  work: { fi: 'Määräajat ja tehtävät', sv: 'Tidsfrister och uppgifter' },
  intake: { fi: 'Vireilletulo', sv: 'Inledande av ärenden' },
  log: { fi: 'Pyynnöt ja avaukset', sv: 'Begäranden och öppningar' },
};

export const PAGE_WORDS = {
  title: { fi: 'Sinusta tallennetut tiedot', sv: 'Uppgifter som lagrats om dig' },
  asOf: { fi: 'Tiedot sellaisina kuin ne olivat', sv: 'Uppgifterna som de var' },
  part: { fi: 'Osa', sv: 'Del' },
  request: { fi: 'Pyynnön tunnus', sv: 'Begärans kod' },
  refused: { fi: 'Ei anneta', sv: 'Lämnas inte ut' },
  file: { fi: 'Tiedosto paketissa', sv: 'Filen i paketet' },
  fileRefused: { fi: 'Tiedostoa ei anneta', sv: 'Filen lämnas inte ut' },
  fileRedacted: {
    fi: 'Tiedostosta on poistettu kohtia',
    sv: 'Ställen har tagits bort ur filen',
  },
  checksum: { fi: 'Tarkiste (SHA-256)', sv: 'Kontrollsumma (SHA-256)' },
  explained: {
    fi: 'Toisia henkilöitä koskevat kohdat on poistettu; niiden paikalla on […]. Kohta, jota ei anneta, on nimetty perusteineen. Lokitiedot pyydetään erikseen (703/2023 11 §).',
    sv: 'Ställen som gäller andra personer har tagits bort; i deras ställe står […]. En punkt som inte lämnas ut nämns med sin grund. Logguppgifter begärs särskilt (703/2023 11 §).',
  },
} as const satisfies Record<string, Word>;

/** Kinds of things by their stores. What has no word here bears the name of its part. */
export const THING_WORDS: Readonly<Record<string, Word>> = {
  client: { fi: 'Perustiedot', sv: 'Basuppgifter' },
  baseDataVersion: { fi: 'Aiemmat perustiedot', sv: 'Tidigare basuppgifter' },
  relationshipPeriod: { fi: 'Asiakkuusjakso', sv: 'Klientskapsperiod' },
  relationshipCorrection: {
    fi: 'Asiakkuuden alkamispäivän korjaus',
    sv: 'Rättelse av klientrelationens första dag',
  },
  relation: { fi: 'Läheinen tai verkoston jäsen', sv: 'Närstående eller medlem i nätverket' },
  relationVersion: { fi: 'Läheinen, aiempi tieto', sv: 'Närstående, tidigare uppgift' },
  case: { fi: 'Asia', sv: 'Ärende' },
  transfer: { fi: 'Asian siirto', sv: 'Överföring av ärende' },
  caseNote: { fi: 'Merkintä', sv: 'Anteckning' },
  supersededNote: { fi: 'Korjattu merkintä, aiempi sisältö', sv: 'Rättad anteckning, tidigare innehåll' },
  document: { fi: 'Asiakirja', sv: 'Handling' },
  supersededDocument: { fi: 'Korjattu asiakirja, aiempi sisältö', sv: 'Rättad handling, tidigare innehåll' },
  attachment: { fi: 'Liite', sv: 'Bilaga' },
  supersededAttachment: { fi: 'Korvattu liite', sv: 'Ersatt bilaga' },
  paper: { fi: 'Paperi', sv: 'Papper' },
  decision: { fi: 'Päätös', sv: 'Beslut' },
  serviceOfNotice: { fi: 'Tiedoksianto', sv: 'Delgivning' },
  clientService: { fi: 'Palvelu', sv: 'Tjänst' },
  delivery: { fi: 'Toteutunut palvelu', sv: 'Genomförd tjänst' },
  plan: { fi: 'Suunnitelma', sv: 'Plan' },
  assessment: { fi: 'Arviointi', sv: 'Bedömning' },
  custodyReport: { fi: 'Selvitys tuomioistuimelle', sv: 'Utredning till domstol' },
  appointment: { fi: 'Ajanvaraus', sv: 'Tidsbokning' },
  deadline: { fi: 'Määräaika', sv: 'Tidsfrist' },
  task: { fi: 'Tehtävä', sv: 'Uppgift' },
  matterOfClient: { fi: 'Vireille tullut asia', sv: 'Inlett ärende' },
  opening: { fi: 'Tietojen avaaminen ilman asiakassuhdetta', sv: 'Öppning utan klientrelation' },
  logRequest: { fi: 'Lokitietopyyntö', sv: 'Begäran om logguppgifter' },
  subjectRequest: { fi: 'Pyyntö', sv: 'Begäran' },
  declaration: { fi: 'Lupa, kielto tai suostumus', sv: 'Tillstånd, förbud eller samtycke' },
  refundMark: { fi: 'Valtion korvauksen peruste', sv: 'Grund för statlig ersättning' },
  minorsBan: { fi: 'Alaikäisen kielto', sv: 'En minderårigs förbud' },
};
