import type { Sentence } from '../../kernel/finding.ts';
import type { RetentionClass, RetentionEvent } from '../retention/rules.ts';
import { type Words, w } from './words.ts';

/** What is kept and from when on its period runs, as the notice says it. The Swedish and English words are unreviewed. */

export const RETAINED: Words<RetentionClass> = {
  clienthood: w(
    'Asiakkuusasiakirja ja perustiedot',
    'Klientskapshandling och grunduppgifter',
    'Document of the client relationship and base data',
  ),
  case: w('Asiakirjat', 'Handlingar', 'Documents'),
  caseNote: w('Asiakirjat', 'Handlingar', 'Documents'),
  document: w('Asiakirjat', 'Handlingar', 'Documents'),
  voucher: w('Tositteet', 'Verifikat', 'Vouchers'),
  feeDecision: w(
    'Asiakasmaksupäätökset ja tuloselvitykset',
    'Beslut om klientavgifter och inkomstutredningar',
    'Decisions on client fees and statements of income',
  ),
  correspondence: w(
    'Yhteydenpito ja kirjeenvaihto',
    'Kontakter och korrespondens',
    'Contacts and correspondence',
  ),
  statementCopy: w(
    'Kopiot lausunnoista ja todistuksista',
    'Kopior av utlåtanden och intyg',
    'Copies of statements and certificates',
  ),
  recording: w('Video- ja äänitallenteet', 'Video- och ljudupptagningar', 'Video and sound recordings'),
  log: w(
    'Käyttö- ja luovutuslokitiedot',
    'Logguppgifter om användning och utlämnande',
    'Log data on use and disclosure',
  ),
  permitOrDenial: w(
    'Luovutusluvat, suostumukset ja kiellot',
    'Tillstånd till utlämnande, samtycken och förbud',
    'Permits of disclosure, consents and bans',
  ),
};

export const ONLY = {
  aboutChild: w('lasta koskevat asiat', 'ärenden som gäller barn', 'matters about a child'),
  notAboutChild: w('muut asiat', 'övriga ärenden', 'other matters'),
  newestVersion: w('uusin versio', 'den nyaste versionen', 'the newest version'),
  earlierVersion: w('aiemmat versiot', 'tidigare versioner', 'earlier versions'),
} as const satisfies Record<string, Sentence>;

export const EVENTS: Words<RetentionEvent> = {
  clientDied: w('asiakkaan kuolemasta', 'klientens död', 'the death of the client'),
  childBorn: w('lapsen syntymästä', 'barnets födelse', 'the birth of the child'),
  caseClosed: w('asian päättymisestä', 'det att ärendet avslutats', 'the end of the case'),
  lastCaseClosed: w(
    'viimeisen asian ja palvelutarpeen päättymisestä',
    'det att det sista ärendet och servicebehovet upphört',
    'the end of the last case and of the need',
  ),
  drawnUp: w('laatimisesta', 'upprättandet', 'its drawing up'),
  decisionEnded: w(
    'päätöksen voimassaolon päättymisestä',
    'det att beslutet upphört att gälla',
    'the end of the decision',
  ),
  messageDated: w('viestin päiväyksestä', 'meddelandets datum', 'the date of the message'),
  useEnded: w('käyttötarpeen päättymisestä', 'det att användningsbehovet upphört', 'the end of its use'),
  logged: w('lokitapahtumasta', 'logghändelsen', 'the event in the log'),
  replaced: w('korvaamisesta', 'ersättandet', 'its replacement'),
};
