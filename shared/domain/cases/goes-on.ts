import type { ActContext } from '../../act.ts';
import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { AppointmentHead } from '../appointments/model.ts';
import { loadComing } from '../appointments/store.ts';
import { loadAssessmentsUnderWay } from '../assessments/store.ts';
import { loadCustodyReports } from '../custody-reports/store.ts';
import { isOpenReport } from '../custody-reports/transitions.ts';
import { keepsOpen } from '../decisions/states.ts';
import { loadDecisions } from '../decisions/store.ts';
import type { Plan } from '../plans/model.ts';
import { loadPlansInForce } from '../plans/store.ts';
import { loadServicesInForce } from '../services/store.ts';
import type { CaseHead } from './model.ts';

type Where = Pick<ActContext, 'services' | 'actor' | 'now'>;

/** What of a case keeps it open, by its number; `appointments` are those that have not begun. */
export type Kept = {
  services: number;
  decisions: number;
  assessments: number;
  custodyReports: number;
  transfers: number;
  appointments: number;
};

/** What of a case is in force or under way, and what ends with it: its plans, and its appointments if it is asked. */
export type GoesOn = { kept: Kept; appointments: AppointmentHead[]; plans: Plan[] };

/** Of a shared case in the files of all its clients. */
export async function goesOn(where: Where, head: CaseHead): Promise<GoesOn> {
  const { caseId, clients, referredTo } = head;
  const isOfCase = (item: { caseId?: string | undefined }): boolean => item.caseId === caseId;
  const parts = await Promise.all(
    clients.map((clientId) =>
      Promise.all([
        loadServicesInForce(where, clientId),
        loadDecisions(where, clientId),
        loadPlansInForce(where, clientId),
        loadAssessmentsUnderWay(where, clientId),
        loadComing(where, clientId),
        loadCustodyReports(where, clientId),
      ]),
    ),
  );
  const ofCase = <T extends { caseId?: string | undefined }>(items: readonly T[][]): T[] =>
    items.flat().filter(isOfCase);
  const coming = ofCase(parts.map(([, , , , appointments]) => appointments)).filter(
    ({ startsAt }) => startsAt > where.now,
  );
  const appointments = [...new Map(coming.map((one) => [one.appointmentId, one])).values()];
  return {
    kept: {
      services: ofCase(parts.map(([services]) => services)).length,
      decisions: ofCase(parts.map(([, decisions]) => decisions)).filter(keepsOpen).length,
      assessments: ofCase(parts.map(([, , , assessments]) => assessments)).length,
      custodyReports: ofCase(parts.map(([, , , , , reports]) => reports)).filter(isOpenReport).length,
      transfers: referredTo === undefined ? 0 : 1,
      appointments: appointments.length,
    },
    appointments,
    plans: ofCase(parts.map(([, , plans]) => plans)),
  };
}

const SAYS: Readonly<Record<keyof Kept, { source: string; path?: string; message: Sentence }>> = {
  services: {
    source: '1301/2014 §§ 34, 45',
    message: {
      fi: 'Asiassa on voimassa olevia palveluja. Päätä ne ensin.',
      sv: 'Ärendet har gällande tjänster. Avsluta dem först.',
      en: 'Services of the case are in force. End them first.',
    },
  },
  decisions: {
    source: '434/2003 § 43; 1301/2014 § 34',
    message: {
      fi: 'Asiassa on keskeneräisiä tai voimassa olevia päätöksiä. Tee, peru tai päätä ne ensin.',
      sv: 'Ärendet har oavslutade eller gällande beslut. Fatta, återta eller avsluta dem först.',
      en: 'Decisions of the case are not made or have not ended. Make, cancel or end them first.',
    },
  },
  assessments: {
    source: '1301/2014 § 36; 417/2007 § 26',
    message: {
      fi: 'Palvelutarpeen arviointi on kesken. Saata se valmiiksi ensin.',
      sv: 'Bedömningen av servicebehovet pågår. Slutför den först.',
      en: 'An assessment of service needs is under way. Conclude it first.',
    },
  },
  custodyReports: {
    source: '361/1983 § 16',
    message: {
      fi: 'Tuomioistuimen pyytämä selvitys on kesken. Toimita tai päätä se ensin.',
      sv: 'En utredning som domstolen begärt pågår. Sänd eller avsluta den först.',
      en: 'A report that a court asked for has not gone. Deliver or end it first.',
    },
  },
  transfers: {
    source: '434/2003 § 23',
    message: {
      fi: 'Asian siirtoa on esitetty toiselle yksikölle. Odota vastausta tai peru esitys.',
      sv: 'Det har föreslagits att ärendet överförs till en annan enhet. Invänta svaret eller återta förslaget.',
      en: 'A transfer to another unit is proposed. Wait for its answer, or take the proposal back.',
    },
  },
  appointments: {
    source: '1301/2014 § 34',
    path: '/body/appointments',
    message: {
      fi: 'Asiassa on varattuja aikoja. Peru ne ensin tai valitse, että ne perutaan asian päättyessä.',
      sv: 'Ärendet har bokade tider. Avboka dem först eller välj att de avbokas när ärendet avslutas.',
      en: 'The case has appointments that are coming. Cancel them first, or choose that they are cancelled with it.',
    },
  },
};

const KINDS = Object.keys(SAYS).filter((key): key is keyof Kept => Object.hasOwn(SAYS, key));

/** All of what keeps a case open, each with what is to be done about it. Pure. */
export const judgeKept = (kept: Kept): Finding[] =>
  KINDS.filter((kind) => kept[kind] > 0).map((kind) => ({
    rule: `case.${kind}GoOn`,
    severity: 'error',
    ...SAYS[kind],
  }));
