import type { ActContext } from '../../act.ts';
import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { AppointmentHead } from '../appointments/model.ts';
import { loadComing } from '../appointments/store.ts';
import { loadAssessmentsUnderWay } from '../assessments/store.ts';
import { loadServicesInForce } from '../services/store.ts';
import type { ClientFile } from './file.ts';

/** What keeps a client relationship going, by its number; `appointments` are those that have not begun. */
export type Kept = { cases: number; services: number; assessments: number; appointments: number };

/**
 * What goes on with a client whose relationship is to end. Cases are closed first, and what is opened in a case ends
 * before it (docs/decisions/0065): what is still found of it was left by an act of an earlier day.
 */
export async function goesOnWith(
  where: Pick<ActContext, 'services' | 'actor' | 'now'>,
  { head: { clientId }, cases }: Pick<ClientFile, 'head' | 'cases'>,
): Promise<{ kept: Kept; appointments: AppointmentHead[] }> {
  const [services, assessments, coming] = await Promise.all([
    loadServicesInForce(where, clientId),
    loadAssessmentsUnderWay(where, clientId),
    loadComing(where, clientId),
  ]);
  const appointments = coming.filter(({ startsAt }) => startsAt > where.now);
  return {
    kept: {
      cases: cases.length,
      services: services.length,
      assessments: assessments.length,
      appointments: appointments.length,
    },
    appointments,
  };
}

const SAYS: Readonly<Record<keyof Kept, { path?: string; message: Sentence }>> = {
  cases: {
    message: {
      fi: 'Asiakkaalla on avoimia asioita. Päätä ne ensin.',
      sv: 'Klienten har öppna ärenden. Avsluta dem först.',
      en: 'The client has open cases. Close them first.',
    },
  },
  services: {
    message: {
      fi: 'Asiakkaalla on voimassa olevia palveluja. Päätä ne ensin.',
      sv: 'Klienten har gällande tjänster. Avsluta dem först.',
      en: 'Services of the client are in force. End them first.',
    },
  },
  assessments: {
    message: {
      fi: 'Asiakkaan palvelutarpeen arviointi on kesken. Saata se valmiiksi ensin.',
      sv: 'Bedömningen av klientens servicebehov pågår. Slutför den först.',
      en: 'An assessment of the client’s service needs is under way. Conclude it first.',
    },
  },
  appointments: {
    path: '/body/appointments',
    message: {
      fi: 'Asiakkaalla on varattuja aikoja. Peru ne ensin tai valitse, että ne perutaan asiakkuuden päättyessä.',
      sv: 'Klienten har bokade tider. Avboka dem först eller välj att de avbokas när klientrelationen upphör.',
      en: 'The client has appointments that are coming. Cancel them first, or choose that they are cancelled now.',
    },
  },
};

const KINDS = Object.keys(SAYS).filter((key): key is keyof Kept => Object.hasOwn(SAYS, key));

/** All of what keeps a relationship going, each with what is to be done about it. Pure. */
export const judgeKept = (kept: Kept): Finding[] =>
  KINDS.filter((kind) => kept[kind] > 0).map((kind) => ({
    rule: `client.${kind}GoOn`,
    severity: 'error',
    source: '1301/2014 § 34',
    ...SAYS[kind],
  }));
