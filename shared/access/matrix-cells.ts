import type { DocumentKind, ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import type { ServiceTask } from '../domain/service-tasks.ts';
import type { SocialService } from '../domain/social-services.ts';
import { inForce } from '../kernel/date-range.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { JobRole } from './job-roles.ts';
import { coversCell, holdsByItself, PROTECTED_SERVICES } from './matrix.ts';
import { MATRIX, type MatrixRow } from './matrix-data.ts';

/** One cell of the printed matrix: what the decree says of a role and a piece of data, before a grant is looked at. */
export type MatrixCell = {
  serviceTask: ServiceTask;
  kind: DocumentKind;
  phase: ProcessPhase;
  sensitivity: Sensitivity;
};

/**
 * `allowed`: the role alone is enough. `conditional`: enough where the grant, or the service that the data concern, is as
 * one of the grounds says. `never`: a ban. `denied`: no text says anything.
 */
export type CellJudgement = {
  judgement: 'allowed' | 'conditional' | 'never' | 'denied';
  /** Rows of the matrix that it rests on, in their order: all grounds, or the bans. */
  rows: readonly MatrixRow[];
};

/** What the rows in force say of a cell. Data of shelter and mediation are of that service; other data are not. */
export function judgeCell(role: JobRole, cell: MatrixCell, on: LocalDate): CellJudgement {
  const rows = MATRIX.filter(
    (row) =>
      row.roles.includes(role) && inForce(row.validity, on) && coversCell(row, cell) && meets(row, cell),
  );
  const bans = rows.filter(({ effect }) => effect === 'never');
  if (bans.length > 0) return { judgement: 'never', rows: bans };
  if (rows.length === 0) return { judgement: 'denied', rows: [] };
  return { judgement: rows.some(holdsByItself) ? 'allowed' : 'conditional', rows };
}

/** Whether data of the cell can be of a service that the row names, and of one that the row asks the grant to give. */
function meets({ services, givesNone, onlyIf }: MatrixRow, { sensitivity }: MatrixCell): boolean {
  const own = PROTECTED_SERVICES.find((service) => service === sensitivity);
  const isOfGiven = onlyIf?.some((one) => one === 'ownService' || one === 'ownOrRelatedService') === true;
  if (own !== undefined && isOfGiven && givesNone?.includes(own) === true) return false;
  if (services === undefined) return true;
  const isProtected = (service: SocialService): boolean => PROTECTED_SERVICES.some((one) => one === service);
  return services.some((service) => (own === undefined ? !isProtected(service) : service === own));
}
