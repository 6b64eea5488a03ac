import type * as z from 'zod';
import type { Finding, Sentence } from '../../kernel/finding.ts';
import { type Instant, plusMinutes } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { dueOf } from '../deadlines/due-of.ts';
import { DATA_REQUESTS } from '../deadlines/norms/data-requests.ts';
import { wordingOn } from '../deadlines/rule.ts';
import type { Breach, BreachContent, TellingException } from './model.ts';

const wrong = (rule: string, path: string, source: string, message: Sentence): Finding => ({
  rule: `breach.${rule}`,
  severity: 'error',
  path: `/body${path}`,
  source,
  message,
});

/** The last moment at which the authority is told in time. */
export function authorityBy(knownAt: Instant): Instant {
  const { count } = wordingOn(DATA_REQUESTS.breachToAuthority, helsinkiDateOf(knownAt));
  return dueOf(count, { at: knownAt }).dueAt ?? plusMinutes(knownAt, 72 * 60);
}

/** What is told late says why (art. 33(1)). Of what is told in phases the first time decides (art. 33(4)). */
export function judgeAuthority(
  {
    authorityDueAt,
    authorityToldAt,
    knownAt,
  }: Pick<Breach, 'authorityDueAt' | 'authorityToldAt' | 'knownAt'>,
  told: { toldAt: Instant; delayReasons?: string | undefined },
  now: Instant,
): Finding[] {
  if (told.toldAt > now || told.toldAt < knownAt) {
    return [
      wrong('toldAlready', '/toldAt', '(EU) 2016/679 33 art. 1 kohta', {
        fi: 'Ilmoitus on tehty tiedoksi tulon jälkeen eikä tulevaisuudessa.',
        sv: 'Anmälan har gjorts efter att incidenten blev känd och inte i framtiden.',
        en: 'The authority was told after the breach became known, and not in the future.',
      }),
    ];
  }
  if ((authorityToldAt ?? told.toldAt) <= authorityDueAt || told.delayReasons !== undefined) return [];
  return [
    wrong('delayReasoned', '/delayReasons', '(EU) 2016/679 33 art. 1 kohta', {
      fi: '72 tuntia on ylittynyt: kirjaa viivästyksen syyt.',
      sv: '72 timmar har överskridits: anteckna orsakerna till dröjsmålet.',
      en: 'The 72 hours have passed: record the reasons of the delay.',
    }),
  ];
}

/** A communication in public takes the place of telling each (art. 34(3)(c)): it was made, somewhere, and not in another case. */
export function judgeWaiver(
  {
    exception,
    published,
  }: { exception: z.infer<typeof TellingException>; published?: { on: LocalDate } | undefined },
  today: LocalDate,
): Finding[] {
  const isPublic = exception === 'publicCommunication';
  if (isPublic === (published !== undefined) && (published === undefined || published.on <= today)) return [];
  return [
    wrong('toldInPublic', '/published', '(EU) 2016/679 34 art. 3 kohta', {
      fi: 'Kirjaa, milloin ja missä asiasta on tiedotettu julkisesti, kun se korvaa ilmoitukset, ja vain silloin.',
      sv: 'Anteckna när och var allmänheten har informerats när det ersätter underrättelserna, och bara då.',
      en: 'Record when and where the public was told, where that takes the place of telling each, and only there.',
    }),
  ];
}

/** What is still owed before a breach is closed: by its risk, the authority and the clients are told. */
export function judgeClosing(
  {
    risk,
    authorityToldAt,
    waived,
    steps,
    unfinished = [],
  }: Pick<Breach, 'risk' | 'authorityToldAt' | 'waived' | 'steps' | 'unfinished'>,
  { consequences, measures }: BreachContent,
  untold: number,
): Finding[] {
  const findings: Finding[] = [];
  if (risk === undefined || consequences === undefined || measures === undefined) {
    findings.push(
      wrong('documented', '', '(EU) 2016/679 33 art. 5 kohta', {
        fi: 'Arvioi riski ja kirjaa vaikutukset ja korjaavat toimet.',
        sv: 'Bedöm risken och anteckna effekterna och åtgärderna.',
        en: 'Assess the risk and record the effects and the measures.',
      }),
    );
  }
  if (risk !== undefined && risk !== 'unlikely' && authorityToldAt === undefined) {
    findings.push(
      wrong('authorityTold', '', '(EU) 2016/679 33 art. 1 kohta', {
        fi: 'Valvontaviranomaiselle ei ole vielä ilmoitettu.',
        sv: 'Tillsynsmyndigheten har ännu inte underrättats.',
        en: 'The supervisory authority has not been told yet.',
      }),
    );
  }
  const isOwed = risk === 'high' && waived === undefined;
  if (isOwed && !steps.some(({ step }) => step === 'searched')) {
    findings.push(
      wrong('clientsFound', '', '(EU) 2016/679 34 art. 1 kohta', {
        fi: 'Asiakkaita, joita loukkaus koskee, ei ole vielä haettu lokista.',
        sv: 'Klienterna som incidenten gäller har ännu inte sökts i loggen.',
        en: 'The clients whom the breach concerns have not been looked for in the log yet.',
      }),
    );
  }
  if (isOwed && unfinished.length > 0) {
    findings.push(
      wrong('searchFinished', '', '(EU) 2016/679 34 art. 1 kohta', {
        fi: 'Lokihaku on kesken: vie se loppuun, jotta kaikki asiakkaat löytyvät.',
        sv: 'En sökning i loggen är på hälft: för den till slut så att alla klienter hittas.',
        en: 'A search of the log has not come to its end: carry it on, so that every client is found.',
      }),
    );
  }
  if (isOwed && untold > 0) {
    findings.push(
      wrong('clientsTold', '', '(EU) 2016/679 34 art. 1 kohta', {
        fi: `Loukkauksesta on vielä ilmoittamatta ${untold} asiakkaalle.`,
        sv: `${untold} klienter har ännu inte underrättats om incidenten.`,
        en: `${untold} clients have not been told of the breach yet.`,
      }),
    );
  }
  return findings;
}
