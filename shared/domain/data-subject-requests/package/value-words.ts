import type { PrintLanguage } from '../../../documents/render/layout.ts';
import { SERVICE_TASKS, ServiceTask } from '../../service-tasks.ts';
import { SocialService, socialServiceOf } from '../../social-services.ts';

/**
 * Coded values as a package says them: those that mean the same wherever they stand. Another one is shown as the
 * machine-readable form has it. The Swedish words are unreviewed.
 */
const VALUES: Readonly<Record<string, Readonly<Record<PrintLanguage, string>>>> = {
  true: { fi: 'kyllä', sv: 'ja' },
  false: { fi: 'ei', sv: 'nej' },
  fi: { fi: 'suomi', sv: 'finska' },
  sv: { fi: 'ruotsi', sv: 'svenska' },
  en: { fi: 'englanti', sv: 'engelska' },
  arranging: { fi: 'järjestäminen', sv: 'ordnande' },
  implementing: { fi: 'toteuttaminen', sv: 'genomförande' },
  ordinary: { fi: 'tavanomainen', sv: 'vanlig' },
  therapy: { fi: 'terapia', sv: 'terapi' },
  examination: { fi: 'tutkimus', sv: 'undersökning' },
  familyMediation: { fi: 'perheasioiden sovittelu', sv: 'medling i familjefrågor' },
  shelter: { fi: 'turvakoti', sv: 'skyddshem' },
  clienthood: { fi: 'asiakkuustieto', sv: 'klientskapsuppgift' },
  assessment: { fi: 'palvelutarpeen arviointi', sv: 'bedömning av servicebehovet' },
  clientPlan: { fi: 'asiakassuunnitelma', sv: 'klientplan' },
  implementationPlan: { fi: 'toteuttamissuunnitelma', sv: 'genomförandeplan' },
  decision: { fi: 'päätös', sv: 'beslut' },
  caseNote: { fi: 'asiakaskertomusmerkintä', sv: 'anteckning i klientjournalen' },
  implementation: { fi: 'palvelun toteuttaminen', sv: 'genomförande av servicen' },
  contract: { fi: 'sopimus', sv: 'avtal' },
  document: { fi: 'asiakirja', sv: 'handling' },
  attachment: { fi: 'liite', sv: 'bilaga' },
  case: { fi: 'asia', sv: 'ärende' },
  plan: { fi: 'suunnitelma', sv: 'plan' },
  service: { fi: 'palvelu', sv: 'tjänst' },
  intake: { fi: 'vireilletulo', sv: 'inledande' },
  notification: { fi: 'ilmoitus', sv: 'anmälan' },
  application: { fi: 'hakemus', sv: 'ansökan' },
  contact: { fi: 'yhteydenotto', sv: 'kontakt' },
  client: { fi: 'asiakas', sv: 'klient' },
  guardian: { fi: 'huoltaja', sv: 'vårdnadshavare' },
  authority: { fi: 'viranomainen', sv: 'myndighet' },
  staff: { fi: 'henkilöstö', sv: 'personal' },
  partner: { fi: 'yhteistyökumppani', sv: 'samarbetspart' },
  populationRegister: { fi: 'väestötietojärjestelmä', sv: 'befolkningsdatasystemet' },
  official: { fi: 'viranhaltija', sv: 'tjänsteinnehavare' },
  otherPerson: { fi: 'muu henkilö', sv: 'annan person' },
  otherPrivatePerson: { fi: 'muu yksityishenkilö', sv: 'annan privatperson' },
  other: { fi: 'muu', sv: 'annan' },
  own: { fi: 'oma', sv: 'egen' },
  purchased: { fi: 'ostopalvelu', sv: 'köptjänst' },
  visit: { fi: 'käynti', sv: 'besök' },
  homeVisit: { fi: 'kotikäynti', sv: 'hembesök' },
  phone: { fi: 'puhelin', sv: 'telefon' },
  electronic: { fi: 'sähköinen', sv: 'elektronisk' },
  paper: { fi: 'paperi', sv: 'papper' },
  oral: { fi: 'suullinen', sv: 'muntlig' },
  register: { fi: 'rekisteri', sv: 'register' },
  letter: { fi: 'kirje', sv: 'brev' },
  meeting: { fi: 'tapaaminen', sv: 'möte' },
  meetingOrContact: { fi: 'tapaaminen tai yhteydenotto', sv: 'möte eller kontakt' },
  written: { fi: 'kirjallinen', sv: 'skriftlig' },
  signedDocument: { fi: 'allekirjoitettu asiakirja', sv: 'undertecknad handling' },
  identityDocument: { fi: 'henkilöllisyystodistus', sv: 'identitetshandling' },
  identityChecked: { fi: 'henkilöllisyys tarkistettu', sv: 'identiteten kontrollerad' },
  checked: { fi: 'tarkistettu', sv: 'kontrollerad' },
  inspection: { fi: 'tarkastuspyyntö', sv: 'begäran om insyn' },
  rectification: { fi: 'oikaisupyyntö', sv: 'begäran om rättelse' },
  erasure: { fi: 'poistamispyyntö', sv: 'begäran om radering' },
  restriction: { fi: 'käsittelyn rajoittaminen', sv: 'begränsning av behandlingen' },
  reviewRequest: { fi: 'oikaisuvaatimus', sv: 'begäran om omprövning' },
  scanned: { fi: 'skannattu paperi', sv: 'skannat papper' },
  received: { fi: 'saatu tiedosto', sv: 'mottagen fil' },
  made: { fi: 'tehty', sv: 'gjord' },
  active: { fi: 'voimassa', sv: 'gällande' },
  inForce: { fi: 'voimassa', sv: 'gällande' },
  replaced: { fi: 'korvattu', sv: 'ersatt' },
  ended: { fi: 'päättynyt', sv: 'avslutad' },
  open: { fi: 'avoin', sv: 'öppen' },
  closed: { fi: 'päätetty', sv: 'avslutad' },
  suspended: { fi: 'keskeytetty', sv: 'avbruten' },
  final: { fi: 'valmis', sv: 'färdig' },
  ready: { fi: 'valmis', sv: 'färdig' },
  underWay: { fi: 'kesken', sv: 'pågår' },
  pending: { fi: 'odottaa', sv: 'väntar' },
  running: { fi: 'kulumassa', sv: 'löper' },
  met: { fi: 'täyttynyt', sv: 'iakttagen' },
  toDo: { fi: 'tekemättä', sv: 'ogjord' },
  recorded: { fi: 'kirjattu', sv: 'antecknad' },
  corrected: { fi: 'korjattu', sv: 'rättad' },
  removed: { fi: 'poistettu', sv: 'borttagen' },
  granted: { fi: 'myönnetty', sv: 'beviljad' },
  granting: { fi: 'myönteinen', sv: 'bifallande' },
  rejecting: { fi: 'hylkäävä', sv: 'avslående' },
  issued: { fi: 'annettu', sv: 'given' },
  answered: { fi: 'vastattu', sv: 'besvarad' },
  sent: { fi: 'lähetetty', sv: 'sänd' },
  visits: { fi: 'käyntiä', sv: 'besök' },
  hours: { fi: 'tuntia', sv: 'timmar' },
  days: { fi: 'päivää', sv: 'dagar' },
  queued: { fi: 'jonossa', sv: 'i kö' },
  childWelfareClient: { fi: 'lastensuojelun asiakkuus', sv: 'klientskap inom barnskyddet' },
  booked: { fi: 'varattu', sv: 'bokad' },
  cancelled: { fi: 'peruutettu', sv: 'avbokad' },
  missed: { fi: 'jäi väliin', sv: 'uteblev' },
};

/** A coded value of a field in words, or as it is where it has none. */
export function wordOfValue(field: string | undefined, value: string, language: PrintLanguage): string {
  if (field === 'serviceTasks' || field === 'serviceTask') {
    const task = ServiceTask.safeParse(value);
    if (task.success) return SERVICE_TASKS[task.data][language];
  }
  if (field === 'socialServices' || field === 'socialService') {
    const service = SocialService.safeParse(value);
    if (service.success) return socialServiceOf(service.data)[language];
  }
  return FREE_TEXT.has(field ?? '') ? value : (VALUES[value]?.[language] ?? value);
}

/** What somebody wrote is shown as it was written, though it be one word. */
const FREE_TEXT = new Set([
  'text',
  'words',
  'title',
  'name',
  'family',
  'given',
  'agreed',
  'fileName',
  'reason',
]);
