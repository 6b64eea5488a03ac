import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { PersonalIdentityCode } from '../../kernel/personal-identity-code.ts';
import type { Channel } from '../clients/model.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type {
  HandlingContent,
  HandlingKind,
  IntakeKind,
  IntakeMatter,
  IntakeOutcome,
  SubjectState,
} from './model.ts';
import type { IntakeRecord } from './record.ts';

/** What is remarked of a matter. Nothing of it stops the receipt: a remark says what is still to be asked. */

const finding = (
  rule: string,
  severity: Finding['severity'],
  path: string,
  source: string,
  message: Sentence,
): Finding => ({ rule, severity, path, source, message });

/** Whose task a matter of this kind is when nobody has said; none where that has to be seen first. */
export const tasksOfKind = (kind: IntakeKind): ServiceTask[] =>
  kind === 'childWelfareNotification' ? ['childWelfare'] : [];

export function judgeReceipt(
  { receivedAt, channel }: { receivedAt: Instant; channel: Channel },
  of: { now: Instant; channels: readonly string[] },
): Finding[] {
  return [
    ...(receivedAt > of.now
      ? [
          finding('intake.receivedAlready', 'warning', '/body/receivedAt', '417/2007 § 26', {
            fi: 'Saapumisaika on tulevaisuudessa. Asia kirjattiin saapuneeksi nyt.',
            sv: 'Ankomsttiden är i framtiden. Ärendet antecknades som inkommet nu.',
            en: 'The time of arrival is in the future: the matter is recorded as received now.',
          }),
        ]
      : []),
    ...(of.channels.includes(channel)
      ? []
      : [
          finding('intake.channelInUse', 'warning', '/body/channel', 'intake.channels', {
            fi: 'Tämä saapumistapa ei ole rekisterinpitäjällä käytössä. Asia otettiin silti vastaan.',
            sv: 'Den personuppgiftsansvarige använder inte detta ankomstsätt. Ärendet togs ändå emot.',
            en: 'The controller does not use this channel. The matter was received all the same.',
          }),
        ]),
  ];
}

/** What was done has been done by today; a disclosure says to whom, on which ground and for what (703/2023 § 44). */
export function judgeHandling(
  { kind, on, content }: { kind: HandlingKind; on: LocalDate; content: HandlingContent },
  today: LocalDate,
): Finding[] {
  const missing =
    kind === 'disclosure'
      ? (['receiver', 'ground', 'purpose'] as const).filter((member) => content[member] === undefined)
      : [];
  return [
    ...(on > today
      ? [
          finding('intake.doneAlready', 'error', '/body/on', '703/2023 § 44', {
            fi: 'Päivä on tulevaisuudessa.',
            sv: 'Dagen är i framtiden.',
            en: 'The day is in the future.',
          }),
        ]
      : []),
    ...missing.map((member) =>
      finding('intake.disclosureIncomplete', 'error', `/body/${member}`, '703/2023 § 44', {
        fi: 'Luovutuksesta kirjataan vastaanottaja, peruste ja käyttötarkoitus.',
        sv: 'Vid utlämnande antecknas mottagaren, grunden och användningsändamålet.',
        en: 'Of a disclosure the receiver, the ground and the purpose are recorded.',
      }),
    ),
  ];
}

/**
 * Whether a matter may end so. An application is answered by a decision, so that it goes on as a case; a notification
 * or contact has had its urgency assessed; nothing is sent elsewhere without saying where.
 */
export function judgeClosing(
  matter: Pick<IntakeMatter, 'kind' | 'urgency' | 'serviceTasks'>,
  { outcome, receiver }: { outcome: IntakeOutcome; receiver?: string | undefined },
): Finding[] {
  return [
    ...judgeReady(matter),
    ...(matter.kind === 'application' && outcome === 'noMeasures'
      ? [
          finding('intake.applicationIsDecided', 'error', '/body/outcome', '1301/2014 § 45; 434/2003 § 43', {
            fi: 'Hakemus ratkaistaan päätöksellä. Avaa asia tai liitä hakemus vireillä olevaan asiaan.',
            sv: 'En ansökan avgörs genom beslut. Inled ett ärende eller foga ansökan till ett anhängigt ärende.',
            en: 'An application is answered by a decision: open a case or join it to a pending one.',
          }),
        ]
      : []),
    ...(outcome === 'otherAuthority' && receiver === undefined
      ? [
          finding('intake.receiverMissing', 'error', '/body/receiver', '434/2003 § 21', {
            fi: 'Kirjaa viranomainen, jolle asia siirretään.',
            sv: 'Anteckna den myndighet som ärendet överförs till.',
            en: 'Name the authority to which the matter is transferred.',
          }),
        ]
      : []),
  ];
}

/** What has to be known before a matter can have any outcome. */
export function judgeReady({
  kind,
  urgency,
  serviceTasks,
}: Pick<IntakeMatter, 'kind' | 'urgency' | 'serviceTasks'>): Finding[] {
  return [
    ...(kind !== 'application' && urgency === undefined
      ? [
          finding('intake.urgencyAssessed', 'error', '/urgency', '1301/2014 § 36; 417/2007 § 26', {
            fi: 'Arvioi ensin kiireellisen avun tarve.',
            sv: 'Bedöm först behovet av brådskande hjälp.',
            en: 'Assess the urgent need first.',
          }),
        ]
      : []),
    ...(serviceTasks.length === 0
      ? [
          finding('intake.taskKnown', 'error', '/serviceTasks', '703/2023 § 37', {
            fi: 'Kirjaa ensin, mihin palvelutehtävään asia kuuluu.',
            sv: 'Anteckna först vilken serviceuppgift ärendet hör till.',
            en: 'Say first which service task the matter belongs to.',
          }),
        ]
      : []),
  ];
}

/** Where the matter stands in its unit's queue: urgent first, then what nobody has assessed yet. */
export const orderOf = ({ urgency }: Pick<IntakeMatter, 'urgency'>): 1 | 2 | 3 =>
  urgency === undefined ? 2 : urgency.result === 'urgent' ? 1 : 3;

export const subjectOf = (
  matter: Pick<IntakeMatter, 'subjects'>,
  subjectId: string,
): SubjectState | undefined => matter.subjects.find((subject) => subject.subjectId === subjectId);

/** The valid identity codes that the record names of those it concerns. */
export const codesIn = ({ subjects }: Pick<IntakeRecord, 'subjects'>): string[] => [
  ...new Set(
    subjects.flatMap(
      ({ personalIdentityCode }) => PersonalIdentityCode.safeParse(personalIdentityCode).data ?? [],
    ),
  ),
];
