import type { Finding } from '../../kernel/finding.ts';
import { addYears, type LocalDate } from '../../kernel/local-date.ts';
import { dueOf } from '../deadlines/due-of.ts';
import { DATA_REQUESTS } from '../deadlines/norms/data-requests.ts';
import { wordingOn } from '../deadlines/rule.ts';
import { decisionMissing, judgeAskerRefused } from './asker-refused.ts';
import { error } from './findings.ts';
import type { AskedDays, Asker, LogRequest, Outcome, Withheld } from './model.ts';

/** «Kahta vuotta vanhempia lokitietoja ei ole oikeutta saada, jollei siihen ole erityistä syytä.» */
const YEARS_WITHOUT_REASON = 2;

/** The first day whose log data are given without a special reason, to who asks today. */
export const oldestFree = (today: LocalDate): LocalDate => addYears(today, -YEARS_WITHOUT_REASON);

/** The last day on which a request is answered in time. */
export const answerBy = (receivedOn: LocalDate): LocalDate =>
  dueOf(wordingOn(DATA_REQUESTS.logToClient, receivedOn).count, { on: receivedOn }).dueOn;

/**
 * 703/2023 § 11 gives an explanation of suspected misuse no time of its own. It is an answer to a right of the data
 * subject, so the month of (EU) 2016/679 art. 12(3) is counted: this house's reading.
 */
export const explainBy = (receivedOn: LocalDate): LocalDate =>
  dueOf(wordingOn(DATA_REQUESTS.dataSubjectRequest, receivedOn).count, { on: receivedOn }).dueOn;

type Asked = {
  asker: Asker;
  receivedOn: LocalDate;
  days: AskedDays;
  specialReason?: string | undefined;
  rightToAct?: string | undefined;
};

/** What is wrong with a request as it was recorded. */
export function judgeRequest(asked: Asked, today: LocalDate): Finding[] {
  const findings: Finding[] = [];
  if (asked.receivedOn > today) {
    findings.push(
      error('logRequest.receivedAlready', '/body/receivedOn', {
        fi: 'Pyyntö ei voi saapua tulevaisuudessa.',
        sv: 'Begäran kan inte komma in i framtiden.',
        en: 'A request cannot arrive in the future.',
      }),
    );
  }
  if (asked.days.to > today) {
    findings.push(
      error('logRequest.daysPast', '/body/days/to', {
        fi: 'Lokitietoja on vain menneistä päivistä.',
        sv: 'Logguppgifter finns bara om gångna dagar.',
        en: 'There are log data of past days only.',
      }),
    );
  }
  if (asked.days.from < oldestFree(asked.receivedOn) && asked.specialReason === undefined) {
    findings.push(
      error('logRequest.specialReason', '/body/days/from', {
        fi: 'Kahta vuotta vanhempia lokitietoja annetaan vain erityisestä syystä.',
        sv: 'Logguppgifter som är äldre än två år lämnas ut bara av särskilda skäl.',
        en: 'Log data older than two years are given for a special reason only.',
      }),
    );
  }
  if (asked.asker !== 'client' && asked.rightToAct === undefined) {
    findings.push(
      error('logRequest.rightToAct', '/body/rightToAct', {
        fi: 'Kirjaa, kuka asioi asiakkaan puolesta ja miten oikeus siihen tarkistettiin, tai miten alaikäisen kyky pyytää on arvioitu.',
        sv: 'Anteckna vem som uträttar ärendet för klienten och hur rätten till det kontrollerades, eller hur den minderårigas förmåga har bedömts.',
        en: 'Record who acts for the client and how the right to do so was checked, or how the ability of a minor was judged.',
      }),
    );
  }
  return findings;
}

/**
 * The latest answer that gave the same asker some of the same days: whoever asks again for what one has got may be
 * charged direct costs. What a guardian was given, the client has not been given.
 */
export const repeatedOf = (
  earlier: readonly LogRequest[],
  { days, asker, relationId }: Pick<LogRequest, 'days' | 'asker'> & Partial<Pick<LogRequest, 'relationId'>>,
): LogRequest['requestId'] | undefined =>
  earlier
    .filter((one) => one.asker === asker && one.relationId === relationId)
    .filter(({ given }) => given !== undefined && given.from <= days.to && days.from <= given.to)
    .toSorted((a, b) => (a.requestId < b.requestId ? 1 : -1))[0]?.requestId;

export type Answered = {
  outcome: Outcome;
  /** Whether the reason given for what is older than two years is a special one. */
  specialReasonHolds?: boolean | undefined;
  withheld: readonly Withheld[];
  /** Nothing is given to who asks for the client. Of what the client is given it says nothing. */
  askerRefused?: LogRequest['askerRefused'];
  decision?: string | undefined;
  fee?: { cents: number } | undefined;
};

const isOld = ({ days, receivedOn }: Pick<LogRequest, 'days' | 'receivedOn'>): boolean =>
  days.from < oldestFree(receivedOn);

/** The days that are given: undefined where none are. */
export function daysGiven(
  request: Pick<LogRequest, 'days' | 'receivedOn'>,
  { outcome, specialReasonHolds }: Pick<Answered, 'outcome' | 'specialReasonHolds'>,
): AskedDays | undefined {
  if (outcome === 'refused') return undefined;
  const { days, receivedOn } = request;
  const from = isOld(request) && specialReasonHolds !== true ? oldestFree(receivedOn) : days.from;
  return from <= days.to ? { from, to: days.to } : undefined;
}

/** What is wrong with an answer: what is kept back needs a ground by law and a written decision, a fee a repeat. */
export function judgeAnswer(
  request: Pick<LogRequest, 'days' | 'receivedOn' | 'repeats' | 'channel' | 'asker'>,
  answer: Answered,
  mostCents: number | null,
): Finding[] {
  const findings: Finding[] = [];
  if (answer.askerRefused !== undefined) return judgeAskerRefused(request, answer);
  const reasonMissing = isOld(request) && answer.specialReasonHolds === undefined;
  if (reasonMissing) {
    findings.push(
      error('logRequest.reasonJudged', '/body/specialReasonHolds', {
        fi: 'Ratkaise, onko kahta vuotta vanhempien tietojen saamiseen erityinen syy.',
        sv: 'Avgör om det finns särskilda skäl att få uppgifter som är äldre än två år.',
        en: 'Judge whether there is a special reason for what is older than two years.',
      }),
    );
  }
  const reasonFails = isOld(request) && answer.specialReasonHolds === false;
  const isWhole = answer.withheld.length === 0 && !reasonFails;
  if (answer.outcome === 'given' && !isWhole) {
    findings.push(
      error('logRequest.notWhole', '/body/outcome', {
        fi: 'Kaikkea pyydettyä ei anneta: ratkaisu on osittainen tai kieltävä.',
        sv: 'Allt som begärts lämnas inte ut: avgörandet är delvis eller helt avslag.',
        en: 'Not all that was asked for is given: the answer is partial or a refusal.',
      }),
    );
  }
  const givesNothing = daysGiven(request, { ...answer, outcome: 'partly' }) === undefined;
  const refusesAll = answer.withheld.some(({ what, scope }) => what === 'lines' && scope.of === 'all');
  if ((answer.outcome === 'refused') !== (refusesAll || givesNothing)) {
    findings.push(
      error('logRequest.refusedWhole', '/body/outcome', {
        fi: 'Pyyntö evätään kokonaan, kun mitään ei anneta, ja vain silloin.',
        sv: 'Begäran avslås helt när ingenting lämnas ut, och bara då.',
        en: 'A request is refused as a whole when nothing is given, and only then.',
      }),
    );
  }
  if (answer.outcome === 'partly' && isWhole) {
    findings.push(
      error('logRequest.groundNamed', '/body/withheld', {
        fi: 'Mainitse, mitä ei anneta ja millä lain perusteella.',
        sv: 'Nämn vad som inte lämnas ut och på vilken grund i lagen.',
        en: 'Name what is not given, and the ground in law.',
      }),
    );
  }
  if (answer.outcome !== 'given' && answer.decision === undefined) {
    findings.push(decisionMissing());
  }
  return [...findings, ...judgeFee(request, answer, mostCents)];
}

function judgeFee(
  { repeats, channel }: Pick<LogRequest, 'repeats' | 'channel'>,
  { fee, outcome }: Answered,
  mostCents: number | null,
): Finding[] {
  if (fee === undefined) return [];
  if (repeats === undefined || outcome === 'refused' || channel === 'citizen') {
    return [
      error('logRequest.feeOfRepeat', '/body/fee', {
        fi: 'Maksu voidaan periä vain, kun jo saatuja lokitietoja pyydetään uudestaan muuten kuin sähköisesti itse.',
        sv: 'Avgift får tas ut bara när logguppgifter som klienten redan fått begärs på nytt, och inte i e-tjänsten.',
        en: 'A fee may be taken only when log data already given are asked for again, and not over the citizens’ door.',
      }),
    ];
  }
  if (mostCents === null || fee.cents > mostCents) {
    return [
      error('logRequest.feeWithinSetting', '/body/fee/cents', {
        fi: 'Maksu ylittää rekisterinpitäjän asettaman määrän tai määrää ei ole asetettu.',
        sv: 'Avgiften överskrider det belopp som den personuppgiftsansvariga fastställt, eller inget belopp är fastställt.',
        en: 'The fee is above what the controller has set, or none is set.',
      }),
    ];
  }
  return [];
}
