import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { ClientHead } from '../clients/model.ts';
import { reckon } from '../retention/reckon.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { type CaseContent, type CaseHead, tasksEver } from './model.ts';

/** What no single field of a case can say. Pure; all findings at once. */

const finding = (
  rule: string,
  severity: Finding['severity'],
  path: string,
  source: string,
  message: Sentence,
): Finding => ({ rule, severity, path, source, message });

/**
 * No case without a client relationship or an intake matter (U-4.1, J-1.18). A person of an ended relationship
 * becomes a client anew when a matter is taken up (1301/2014 § 34): the relationship is started first.
 */
export const mayHaveCase = ({ relationship, state }: Pick<ClientHead, 'relationship' | 'state'>): boolean =>
  state !== 'merged' && (relationship === undefined || relationship.state === 'active');

export function judgeTasks(serviceTasks: readonly ServiceTask[]): Finding[] {
  if (new Set(serviceTasks).size === serviceTasks.length) return [];
  return [
    finding('case.taskTwice', 'error', '/body/serviceTasks', '703/2023 § 37', {
      fi: 'Sama palvelutehtävä on mainittu kahdesti.',
      sv: 'Samma serviceuppgift har nämnts två gånger.',
      en: 'The same service task is named twice.',
    }),
  ];
}

type Opening = Pick<CaseHead, 'openedAt' | 'serviceTasks'> &
  Pick<CaseContent, 'description' | 'childrenBorn'>;

/** 703/2023 § 41: need and grounds, who brought the matter, and when. */
export function judgeOpening(opening: Opening, clients: readonly ClientHead[], now: Instant): Finding[] {
  return [
    ...judgeTasks(opening.serviceTasks),
    ...judgeChildren(opening.childrenBorn, helsinkiDateOf(now)),
    ...judgeOpenedAt(opening.openedAt, clients, now),
    ...(opening.description === undefined
      ? [
          finding('case.needRecorded', 'warning', '/body/description', '703/2023 § 41', {
            fi: 'Kirjaa palvelun tarve ja sen mahdolliset perustelut.',
            sv: 'Anteckna behovet av service och eventuella motiveringar.',
            en: 'Record the need and the grounds for it.',
          }),
        ]
      : []),
  ];
}

function judgeOpenedAt(openedAt: Instant, clients: readonly ClientHead[], now: Instant): Finding[] {
  if (openedAt > now) {
    return [
      finding('case.openedAlready', 'error', '/body/openedAt', '703/2023 § 41', {
        fi: 'Vireilletulon ajankohta on tulevaisuudessa.',
        sv: 'Tidpunkten då ärendet inleddes är i framtiden.',
        en: 'The time of opening is in the future.',
      }),
    ];
  }
  const day = helsinkiDateOf(openedAt);
  if (clients.every((client) => knownFrom(client) <= day)) return [];
  // No statute says that a matter may not be older than its recording: it is asked, not refused.
  return [
    finding('case.openedBeforeClient', 'warning', '/body/openedAt', '703/2023 § 37', {
      fi: 'Asia on tullut vireille ennen asiakkuutta ja vastaanottoa. Tarkista ajankohta.',
      sv: 'Ärendet har inletts före klientrelationen och mottagningen. Kontrollera tidpunkten.',
      en: 'The case was opened before the relationship and the intake. Check the time.',
    }),
  ];
}

function knownFrom({ intake, relationship }: ClientHead): LocalDate {
  const taken = helsinkiDateOf(intake.at);
  return relationship !== undefined && relationship.startedOn < taken ? relationship.startedOn : taken;
}

/** A case is suspended or closed no later than today, and no earlier than it was opened. */
export function judgeDay(
  openedAt: Instant,
  on: LocalDate,
  today: LocalDate,
  field: 'suspendedOn' | 'closedOn',
): Finding[] {
  if (helsinkiDateOf(openedAt) <= on && on <= today) return [];
  return [
    finding('case.dayInOrder', 'error', `/body/${field}`, '1301/2014 § 34', {
      fi: 'Päivä on tulevaisuudessa tai ennen asian vireilletuloa.',
      sv: 'Dagen är i framtiden eller före ärendets början.',
      en: 'The day is in the future, or before the case was opened.',
    }),
  ];
}

/** Children of a matter of family law have been born: by their births it is kept. */
export function judgeChildren(childrenBorn: readonly LocalDate[] | undefined, today: LocalDate): Finding[] {
  if ((childrenBorn ?? []).every((born) => born <= today)) return [];
  return [
    finding('case.childBorn', 'error', '/body/childrenBorn', '703/2023 liite', {
      fi: 'Lapsen syntymäpäivä on tulevaisuudessa.',
      sv: 'Barnets födelsedag är i framtiden.',
      en: 'The birth of the child is in the future.',
    }),
  ];
}

/**
 * The due month of a client's closed case. Of disability services the period runs from the closing of the last
 * case of that task; of child welfare from the client's death; of a family-law matter from the birth of the child, which
 * is sealed and counted after the closing (703/2023 annex). Tasks that it had before count too.
 */
export function dueMonthOfCase(
  closed: Pick<CaseHead, 'serviceTasks' | 'formerTasks'> & { closedOn: LocalDate },
  of: {
    diedOn?: LocalDate | undefined;
    activeCases: readonly Pick<CaseHead, 'serviceTasks' | 'formerTasks'>[];
  },
  today: LocalDate,
): string | undefined {
  const isLast = !of.activeCases.some((one) => tasksEver(one).includes('disability'));
  return reckon(
    { documentClass: 'case', serviceTasks: tasksEver(closed) },
    {
      caseClosed: closed.closedOn,
      ...(isLast ? { lastCaseClosed: closed.closedOn } : {}),
      ...(of.diedOn === undefined ? {} : { clientDied: of.diedOn }),
    },
    today,
  ).dueMonth;
}
