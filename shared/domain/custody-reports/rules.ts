import type { Finding, Sentence } from '../../kernel/finding.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { KnownPersons } from '../decisions/known-persons.ts';
import type { DisclosureItem } from '../disclosures/disclosure.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { CustodyReport, Heard, HeardPerson, NotHeardGround } from './model.ts';

/** What no single field of a report to a court can say. Pure; all findings at once. */

type Days = Pick<CustodyReport, 'requestedOn' | 'dueOn'>;

/** The request has arrived, and the court's day comes after it. */
const judgeOrder = ({ requestedOn, dueOn }: Days, today: LocalDate): Finding[] => [
  ...(requestedOn > today ? [finding('requestedByToday', '/body/requestedOn')] : []),
  ...(dueOn < requestedOn ? [finding('dueAfterRequest', '/body/dueOn')] : []),
];

/** @param first the report that a supplement goes on from, if one was named. */
export function judgeRequest(
  asked: Days & Pick<CustodyReport, 'caseId' | 'supplements'>,
  of: {
    serviceTasks: readonly ServiceTask[];
    birthDate: LocalDate | undefined;
    first: CustodyReport | undefined;
    today: LocalDate;
  },
): Finding[] {
  const { birthDate, first, today } = of;
  const goesOn = first?.state === 'delivered' && first.caseId === asked.caseId;
  return [
    ...judgeOrder(asked, today),
    ...(of.serviceTasks.includes('familyLaw') ? [] : [finding('ofFamilyLaw', '/body/caseId')]),
    ...(birthDate !== undefined && ageOn(birthDate, today) >= 18
      ? [finding('ofChild', '/params/clientId')]
      : []),
    ...(asked.supplements === undefined || goesOn
      ? []
      : [finding('supplementsDelivered', '/body/supplements')]),
  ];
}

const GROUNDS: Readonly<Record<HeardPerson['kind'], readonly NotHeardGround[]>> = {
  child: ['doesNotAgree', 'tooYoung', 'clearlyUnnecessary'],
  person: ['doesNotAgree', 'notReached'],
};

export function judgeHeard(
  { person, on, way, notHeard }: Omit<Heard, 'at' | 'by'>,
  of: { relations: KnownPersons['relations']; requestedOn: LocalDate; today: LocalDate },
): Finding[] {
  const isStranger =
    person.kind === 'person' && !of.relations.some(({ relationId }) => relationId === person.relationId);
  return [
    ...(on < of.requestedOn || on > of.today ? [finding('heardOn', '/body/on')] : []),
    ...((way === undefined) === (notHeard === undefined) ? [finding('heardOrNot', '/body/way')] : []),
    ...(notHeard !== undefined && !GROUNDS[person.kind].includes(notHeard)
      ? [finding('notHeardGround', '/body/notHeard')]
      : []),
    ...(isStranger ? [finding('heardKnown', '/body/person/relationId')] : []),
  ];
}

/**
 * Before it is made final it says of the child that it was talked, or why not (§ 16, 3 mom.). A supplement answers what
 * was left open, so that the child need not be troubled again.
 */
export const judgeReady = ({ heard, supplements }: CustodyReport): Finding[] =>
  supplements !== undefined || heard.some(({ person }) => person.kind === 'child')
    ? []
    : [finding('childHeard', '/params/reportId')];

/** Parents and custodians of the network with whom it was not talked, and of whom nothing says why: remarked on. */
export function partiesNotHeard(
  { heard, supplements }: CustodyReport,
  relations: KnownPersons['relations'],
  today: LocalDate,
): string[] {
  if (supplements !== undefined) return [];
  const said = new Set(heard.flatMap(({ person }) => (person.kind === 'person' ? [person.relationId] : [])));
  const isMissing = relations.some(
    ({ relationId, content: { roles, to } }) =>
      (roles.includes('parent') || roles.includes('custodian')) &&
      (to === undefined || to >= today) &&
      !said.has(relationId),
  );
  return isMissing ? ['custodyReport.parentNotHeard'] : [];
}

/** What went is the report itself, to a court, by the provision that names it. */
export const judgeDelivery = (
  { reportId, documentId }: CustodyReport,
  sent: DisclosureItem | undefined,
): Finding[] => {
  const { state, requester, prepared } = sent ?? {};
  const ground = prepared?.ground;
  const isOfReport = ground?.kind === 'provision' && ground.custodyReportId === reportId;
  const isWhole = prepared?.pieces.some(({ id }) => id === documentId) === true;
  return state === 'sent' && requester === 'court' && isOfReport && isWhole
    ? []
    : [finding('sentToCourt', '/body/disclosureId')];
};

export const judgeNewTime = (before: CustodyReport, dueOn: LocalDate): Finding[] => [
  ...(dueOn === before.dueOn ? [finding('otherDay', '/body/dueOn')] : []),
  ...judgeOrder({ requestedOn: before.requestedOn, dueOn }, before.requestedOn),
];

/** Right days: others than stood there, in order, and none after what was done because of the request. */
export function judgeCorrection(before: CustodyReport, days: Days, today: LocalDate): Finding[] {
  const { heard, readyOn, ended } = before;
  const done = [...heard.map(({ on }) => on), readyOn, ended?.on].filter((on) => on !== undefined);
  const isSame = days.requestedOn === before.requestedOn && days.dueOn === before.dueOn;
  return [
    ...(isSame ? [finding('otherDay', '/body')] : []),
    ...judgeOrder(days, today),
    ...(done.some((on) => on < days.requestedOn) ? [finding('requestedBefore', '/body/requestedOn')] : []),
  ];
}

type Rule =
  | 'requestedByToday'
  | 'dueAfterRequest'
  | 'ofFamilyLaw'
  | 'ofChild'
  | 'supplementsDelivered'
  | 'heardOn'
  | 'heardOrNot'
  | 'notHeardGround'
  | 'heardKnown'
  | 'childHeard'
  | 'sentToCourt'
  | 'otherDay'
  | 'requestedBefore';

const finding = (rule: Rule, path: string): Finding => ({
  rule: `custodyReport.${rule}`,
  severity: 'error',
  path,
  source: '361/1983 § 16',
  message: MESSAGES[rule],
});

const MESSAGES: Readonly<Record<Rule, Sentence>> = {
  requestedByToday: {
    fi: 'Selvityspyynnön saapumispäivä on tulevaisuudessa.',
    sv: 'Dagen då begäran om utredning kom in är i framtiden.',
    en: 'The day on which the request arrived is in the future.',
  },
  dueAfterRequest: {
    fi: 'Tuomioistuimen asettama päivä on ennen pyynnön saapumista.',
    sv: 'Den dag som domstolen satt ut är före begäran kom in.',
    en: 'The day that the court has set is before the request arrived.',
  },
  ofFamilyLaw: {
    fi: 'Selvitys tehdään perheoikeudellisten palvelujen asiassa.',
    sv: 'Utredningen görs i ett ärende inom familjerättsliga tjänster.',
    en: 'The report is made in a case of family law services.',
  },
  ofChild: {
    fi: 'Selvitys kirjataan sen lapsen asiakirjoihin, jota se koskee: asiakas on täysi-ikäinen.',
    sv: 'Utredningen antecknas i handlingarna om det barn som den gäller: klienten är myndig.',
    en: 'The report lies in the file of the child it is about: the client is of age.',
  },
  supplementsDelivered: {
    fi: 'Täydennys jatkaa saman asian selvitystä, joka on toimitettu tuomioistuimelle.',
    sv: 'En komplettering fortsätter en utredning i samma ärende som har sänts till domstolen.',
    en: 'A supplement goes on from a report of the same case that was delivered to the court.',
  },
  heardOn: {
    fi: 'Päivä on ennen selvityspyynnön saapumista tai tulevaisuudessa.',
    sv: 'Dagen är före begäran om utredning kom in eller i framtiden.',
    en: 'The day is before the request arrived, or in the future.',
  },
  heardOrNot: {
    fi: 'Kirjaa joko miten keskusteltiin tai miksi ei keskusteltu.',
    sv: 'Anteckna antingen hur samtalet fördes eller varför det inte fördes.',
    en: 'Either how it was talked is recorded, or why it was not.',
  },
  notHeardGround: {
    fi: 'Lapsen kanssa jätetään keskustelematta vain, jos lapsi ei suostu, on liian nuori tai keskustelu on selvästi tarpeetonta; muusta henkilöstä kirjataan, ettei hän suostu tai ettei häntä tavoitettu.',
    sv: 'Samtal med barnet förs inte bara om barnet inte samtycker, är för ungt eller samtalet är klart onödigt; om en annan person antecknas att personen inte samtycker eller inte nåddes.',
    en: 'With the child it is not talked only where the child does not agree, is too young, or it is clearly unnecessary; of another person it is recorded that they do not agree or were not reached.',
  },
  heardKnown: {
    fi: 'Henkilö ei ole lapsen verkostossa.',
    sv: 'Personen finns inte i barnets nätverk.',
    en: 'The person is not in the network of the child.',
  },
  childHeard: {
    fi: 'Kirjaa, että lapsen kanssa on keskusteltu, tai miksi ei ole.',
    sv: 'Anteckna att samtal har förts med barnet, eller varför det inte har förts.',
    en: 'It is recorded that it was talked with the child, or why it was not.',
  },
  sentToCourt: {
    fi: 'Luovutuksella ei ole lähetetty tätä selvitystä tuomioistuimelle.',
    sv: 'Med utlämnandet har denna utredning inte sänts till domstolen.',
    en: 'By that disclosure this report was not sent to a court.',
  },
  otherDay: {
    fi: 'Päivät ovat samat kuin ennen.',
    sv: 'Dagarna är desamma som tidigare.',
    en: 'The days are the same as before.',
  },
  requestedBefore: {
    fi: 'Selvityspyyntö ei ole voinut saapua sen jälkeen, kun sen johdosta jo toimittiin.',
    sv: 'Begäran om utredning kan inte ha kommit in efter att åtgärder redan vidtogs med anledning av den.',
    en: 'The request cannot have arrived after something was already done because of it.',
  },
};
