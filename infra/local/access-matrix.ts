import { join } from 'node:path';
import { JOB_ROLES, JobRole } from '../../shared/access/job-roles.ts';
import { judgeCell, type MatrixCell } from '../../shared/access/matrix-cells.ts';
import { MATRIX, type MatrixRow } from '../../shared/access/matrix-data.ts';
import { KIND_WORDS, PHASE_WORDS, rowInWords, SENSITIVITY_WORDS } from '../../shared/access/matrix-words.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../../shared/domain/entry-class.ts';
import { SERVICE_TASKS, ServiceTask } from '../../shared/domain/service-tasks.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

/** The page of the docs that an auditor lays beside decree 457/2024, made from the rows that decide. */
export const MATRIX_PAGE = join(import.meta.dirname, '..', '..', 'docs', 'access-matrix.md');

/** The page shows the rows of the decree as it came into force. */
const ON = LocalDate.parse('2024-10-01');

/** Sections of the decree in its order, with the roles they speak of. */
const SECTIONS: readonly { title: string; roles: readonly JobRole[] }[] = [
  {
    title: '12 § Laajan asiakasvastuun tehtävä julkisessa sosiaalihuollossa',
    roles: ['broadResponsibility', 'childsResponsibleWorker'],
  },
  { title: '13 § Sosiaalipalvelun järjestäminen julkisessa sosiaalihuollossa', roles: ['arranging'] },
  { title: '14 § Lastenvalvojan työtehtävä', roles: ['childWelfareSupervisor'] },
  { title: '15 § Sosiaalipalvelun toteutus julkisessa sosiaalihuollossa', roles: ['implementing'] },
  {
    title: '16 § Yksityisen sosiaalihuollon työtehtävät',
    roles: ['privateArranging', 'privateImplementing'],
  },
  {
    title: '17 § Sosiaalihuollon hallinnollinen tehtävä',
    roles: ['administrative', 'privateAdministrative'],
  },
  { title: '18 § Terveydenhuollon työtehtävät', roles: ['healthBroad', 'healthLimited'] },
  { title: '21 § Opiskelijat', roles: ['student'] },
  { title: '22 § ICT-tekninen henkilöstö ja sovellustuki', roles: ['ict'] },
  { title: '23 § Arkistotoimi ja asiakirjahallinto', roles: ['archive'] },
  { title: '24 § Sosiaali- ja terveyspalveluiden johtaminen', roles: ['management'] },
  {
    title: 'Roles that the decree does not know',
    roles: ['mainUser', 'supervisor', 'dataProtectionOfficer'],
  },
];

/** Of what no row can say. */
const REMARKS: Partial<Record<JobRole, string>> = {
  student:
    'No rows of its own. For the training period the grant has the rights of the task that is guided, with the clients of the named guide, and reads only: no text lets a student write.',
  mainUser: 'Administers rights. Uses no client data by this role.',
  supervisor: 'Supervises use. Uses no client data by this role.',
  dataProtectionOfficer: 'Supervises use. Uses no client data by this role.',
};

const HEAD = `# The matrix of access rights

Decree 457/2024 as this system reads it: what a job role may use **at most** (1 §), before the relation to the client and the restrictions of the file are judged. This page is made from the rows that decide (\`npm run matrix\`), and a test holds it to them; another test holds every cell to a table written by hand from the decree ([matrix-cells.test.ts](../test/rules/access/matrix-cells.test.ts)). The same is answered by \`GET /v1/access-rights/matrix\`, with \`?role=\` cell by cell. The decree: <https://www.finlex.fi/fi/laki/alkup/2024/20240457>.

How to read a grid: **+** the role alone is enough; **a number** it is enough where that row's conditions hold; **×** never; **·** no text says anything, so it is denied. Grounds are alternatives; a ban goes before all of them. Data of shelter and family mediation are that by their mark or by their service, whichever was noticed.

Not here: 3–9 § and 19 §, which speak of patient data (the system keeps none: what social welfare has got from health care is client data in the documents it was written into); 25–26 §.
`;

export function matrixPage(): string {
  const sections = SECTIONS.map(({ title, roles }) => `## ${title}\n\n${roles.map(roleOnPage).join('\n')}`);
  return `${HEAD}\n${sections.join('\n')}`;
}

function roleOnPage(role: JobRole): string {
  const { fi, en, provision } = JOB_ROLES[role];
  const rows = MATRIX.filter((row) => row.roles.includes(role));
  const head = `### ${en} (${fi})\n\n\`${role}\`: ${provision.replace(/\.$/, '')}.${REMARKS[role] === undefined ? '' : ` ${REMARKS[role]}`}\n`;
  if (rows.length === 0) return head;
  const list = rows.map(
    (row) =>
      `| ${numberOf(row)} | ${row.effect === 'never' ? 'never' : 'may use'} | ${rowInWords(row).en} | ${row.provision} |`,
  );
  return `${head}\n| Row | | What | Provision |\n|---|---|---|---|\n${list.join('\n')}\n\n${gridOf(role)}`;
}

const numberOf = (row: MatrixRow): number => MATRIX.indexOf(row) + 1;

/** One line for all tasks, sensitivities and phases that are judged alike. */
function gridOf(role: JobRole): string {
  const kinds = DocumentKind.options;
  const marks = (cell: Omit<MatrixCell, 'kind'>): string =>
    kinds.map((kind) => markOf(role, { ...cell, kind })).join(' | ');
  const lines = new Map<string, string[]>();
  for (const sensitivity of Sensitivity.options) {
    const byTask = Map.groupBy(ServiceTask.options, (serviceTask) =>
      ProcessPhase.options.map((phase) => marks({ serviceTask, sensitivity, phase })).join(' / '),
    );
    for (const tasks of byTask.values()) {
      const [serviceTask] = tasks;
      if (serviceTask === undefined) continue;
      for (const phase of ProcessPhase.options) {
        const key = `${tasksInWords(tasks)} § ${marks({ serviceTask, sensitivity, phase })}`;
        const said = `${SENSITIVITY_WORDS[sensitivity].en}, ${PHASE_WORDS[phase].en}`;
        lines.set(key, [...(lines.get(key) ?? []), said]);
      }
    }
  }
  const head = `| Service tasks | Sensitivity, phase | ${kinds.map((kind) => KIND_WORDS[kind].en).join(' | ')} |\n|${'---|'.repeat(kinds.length + 2)}`;
  const body = [...lines].map(([key, said]) => {
    const [tasks = '', cells = ''] = key.split(' § ');
    return `| ${tasks} | ${inShort(said)} | ${cells} |`;
  });
  return `${head}\n${body.join('\n')}\n`;
}

function markOf(role: JobRole, cell: MatrixCell): string {
  const { judgement, rows } = judgeCell(role, cell, ON);
  if (judgement === 'allowed') return '+';
  if (judgement === 'never') return '×';
  return judgement === 'denied' ? '·' : rows.map(numberOf).join(' ');
}

const tasksInWords = (tasks: readonly ServiceTask[]): string =>
  tasks.length === ServiceTask.options.length
    ? 'all'
    : tasks.map((task) => SERVICE_TASKS[task].en).join(', ');

/** "ordinary, both phases" for the two that stand beside one another. */
function inShort(said: readonly string[]): string {
  const bySensitivity = Map.groupBy(said, (one) => one.split(', ')[0] ?? '');
  return [...bySensitivity]
    .map(([sensitivity, ones]) =>
      ones.length === ProcessPhase.options.length ? `${sensitivity}, both` : (ones[0] ?? ''),
    )
    .join('; ');
}
