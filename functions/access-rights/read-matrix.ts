import * as z from 'zod';
import { Duty } from '../../shared/access/duties.ts';
import { JOB_ROLES, JobRole } from '../../shared/access/job-roles.ts';
import { judgeCell } from '../../shared/access/matrix-cells.ts';
import { MATRIX } from '../../shared/access/matrix-data.ts';
import { rowInWords } from '../../shared/access/matrix-words.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { SocialService } from '../../shared/domain/social-services.ts';
import { DateRange } from '../../shared/kernel/date-range.ts';

export const MatrixQuery = z.strictObject({
  /** Whose cells are wanted beside the rows. */
  role: JobRole.optional(),
});

const Words = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

export const MatrixRead = z
  .strictObject({
    decree: z.string(),
    roles: z.array(
      z.strictObject({ role: JobRole, name: Words, provision: z.string(), unreviewed: z.array(z.string()) }),
    ),
    /** In the order of the decree. What no row allows is denied, and a ban goes before every ground. */
    rows: z.array(
      z.strictObject({
        row: z.int(),
        roles: z.array(JobRole),
        effect: z.enum(['allow', 'never']),
        provision: z.string(),
        validity: DateRange,
        serviceTasks: z.array(ServiceTask).optional(),
        sensitivities: z.array(Sensitivity).optional(),
        kinds: z.array(DocumentKind).optional(),
        phases: z.array(ProcessPhase).optional(),
        services: z.array(SocialService).optional(),
        gives: z.array(SocialService).optional(),
        givesNone: z.array(SocialService).optional(),
        duties: z.array(Duty).optional(),
        onlyIf: z.array(z.string()).optional(),
        words: Words,
      }),
    ),
    cells: z
      .array(
        z.strictObject({
          serviceTask: ServiceTask,
          kind: DocumentKind,
          phase: ProcessPhase,
          sensitivity: Sensitivity,
          judgement: z.enum(['allowed', 'conditional', 'never', 'denied']),
          /** The rows it rests on: each is a ground, or each is a ban. */
          rows: z.array(z.int()),
        }),
      )
      .optional(),
  })
  .meta({ id: 'MatrixRead' });
type MatrixRead = z.infer<typeof MatrixRead>;

/** Käyttöoikeusmatriisi: decree 457/2024 as this system reads it, to be laid beside the decree. */
export function readMatrix(
  { today }: ActContext,
  { query: { role } }: { query: z.infer<typeof MatrixQuery> },
): Promise<Reading<MatrixRead>> {
  const cells =
    role === undefined
      ? undefined
      : ServiceTask.options.flatMap((serviceTask) =>
          DocumentKind.options.flatMap((kind) =>
            ProcessPhase.options.flatMap((phase) =>
              Sensitivity.options.map((sensitivity) => {
                const cell = { serviceTask, kind, phase, sensitivity };
                const { judgement, rows } = judgeCell(role, cell, today);
                return { ...cell, judgement, rows: rows.map((row) => MATRIX.indexOf(row) + 1) };
              }),
            ),
          ),
        );
  return Promise.resolve({
    line: { clients: [], resources: [], dataGroups: ['accessRights'] },
    body: () =>
      MatrixRead.parse({
        decree: '457/2024',
        roles: JobRole.options.map((one) => {
          const { fi, sv, en, provision, unreviewed } = JOB_ROLES[one];
          return { role: one, name: { fi, sv, en }, provision, unreviewed };
        }),
        rows: MATRIX.map((row, index) => ({ row: index + 1, ...row, words: rowInWords(row) })),
        ...(cells === undefined ? {} : { cells }),
      }),
  });
}
