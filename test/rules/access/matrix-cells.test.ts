import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MATRIX_PAGE, matrixPage } from '../../../infra/local/access-matrix.ts';
import { JobRole } from '../../../shared/access/job-roles.ts';
import { mayUse } from '../../../shared/access/matrix.ts';
import { judgeCell, type MatrixCell } from '../../../shared/access/matrix-cells.ts';
import { MATRIX, type MatrixRow } from '../../../shared/access/matrix-data.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { NO_MEDIATOR, SECTIONS, type Section } from '../../support/decree-grids.ts';

const ON = LocalDate.parse('2026-11-24');

const KINDS: readonly DocumentKind[] = [
  'clienthood',
  'assessment',
  'clientPlan',
  'implementationPlan',
  'decision',
  'caseNote',
  'implementation',
  'contract',
  'other',
];

const named = (cell: MatrixCell): string => Object.values(cell).join(' / ');
const listOf = <T extends string>(text: string, all: readonly T[]): T[] =>
  all.filter((one) => text === '*' || text.split(',').includes(one));

/** The letters of a grid, cell by cell. A cell that two lines give would be an error of the grid. */
function lettersOf(grid: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const line of grid.split('\n').filter((text) => text.trim() !== '')) {
    const [tasks = '', sensitivities = '', phases = '', ...cells] = line.trim().split(/ +/);
    expect(cells, line).toHaveLength(KINDS.length);
    for (const serviceTask of listOf(tasks, ServiceTask.options)) {
      for (const sensitivity of listOf(sensitivities, Sensitivity.options)) {
        for (const phase of listOf(phases, ProcessPhase.options)) {
          for (const [index, kind] of KINDS.entries()) {
            const cell = named({ serviceTask, kind, phase, sensitivity });
            expect(letters.has(cell), `${cell} stands twice`).toBe(false);
            letters.set(cell, [...(cells[index] ?? '')].sort().join(''));
          }
        }
      }
    }
  }
  return letters;
}

const CELLS: readonly MatrixCell[] = ServiceTask.options.flatMap((serviceTask) =>
  KINDS.flatMap((kind) =>
    ProcessPhase.options.flatMap((phase) =>
      Sensitivity.options.map((sensitivity) => ({ serviceTask, kind, phase, sensitivity })),
    ),
  ),
);

const asksOf = ({ services, gives, givesNone, duties, onlyIf }: Partial<MatrixRow>): string =>
  JSON.stringify([services, gives, givesNone, duties, onlyIf].map((list) => (list ? [...list].sort() : [])));

function letterOf(row: MatrixRow, grounds: Section['grounds']): string {
  const found = Object.entries(grounds).find(
    ([, { provision, asks }]) => row.provision === `457/2024 ${provision}` && asksOf(row) === asksOf(asks),
  );
  return found?.[0] ?? `?${row.provision}${asksOf(row)}`;
}

function lettersGiven(role: JobRole, cell: MatrixCell, grounds: Section['grounds']): string {
  const { judgement, rows } = judgeCell(role, cell, ON);
  if (judgement === 'allowed') return '+';
  if (judgement === 'never') return 'x';
  if (judgement === 'denied') return '.';
  return [...new Set(rows.map((row) => letterOf(row, grounds)))].sort().join('');
}

describe('The page of the docs', () => {
  it('says what the rows say', () => {
    expect(
      readFileSync(MATRIX_PAGE, 'utf8') === matrixPage(),
      'run `npm run matrix` and commit what it writes',
    ).toBe(true);
  });

  it('shows every row that there is, and every role', () => {
    const page = matrixPage();
    expect(MATRIX.filter((_, index) => !page.includes(`\n| ${index + 1} |`))).toEqual([]);
    expect(JobRole.options.filter((role) => !page.includes(`\`${role}\``))).toEqual([]);
  });
});

describe('Decree 457/2024 laid beside the matrix, cell by cell', () => {
  it.each(SECTIONS.flatMap((section) => section.roles.map((role) => [role, section] as const)))(
    '%s: every cell is as the decree says [U-9.5, J-5.3, K-13.16]',
    (role, { grounds, grid }) => {
      const written = lettersOf(grid);
      expect(written.size).toBe(CELLS.length);
      const wrong = CELLS.flatMap((cell) => {
        const [given, right] = [lettersGiven(role, cell, grounds), written.get(named(cell))];
        return given === right ? [] : [`${named(cell)}: ${given}, the decree: ${right}`];
      });
      expect(wrong.slice(0, 10)).toEqual([]);
    },
  );

  it('every role has its grid, and only one', () => {
    expect(SECTIONS.flatMap(({ roles }) => roles).sort()).toEqual([...JobRole.options].sort());
  });

  it('what no row says is denied whatever the grant names, and so is what is banned', () => {
    for (const role of JobRole.options.filter((one) => one !== 'student')) {
      const grant = {
        role,
        serviceTasks: [...ServiceTask.options],
        duties: SECTIONS.flatMap(({ grounds }) =>
          Object.values(grounds).flatMap(({ asks }) => asks.duties ?? []),
        ),
      };
      for (const cell of CELLS) {
        const { judgement, rows } = judgeCell(role, cell, ON);
        // A worker who does not mediate has this ground by not mediating.
        const isByDefault = rows.some((row) => asksOf(row) === asksOf(NO_MEDIATOR));
        if (judgement === 'allowed')
          expect(mayUse({ role, serviceTasks: [] }, cell, ON).allowed, named(cell)).toBe(true);
        if (judgement === 'never' || judgement === 'denied')
          expect(mayUse(grant, cell, ON).allowed, `${role} ${named(cell)}`).toBe(false);
        if (judgement === 'conditional' && !isByDefault)
          expect(mayUse({ role, serviceTasks: [] }, cell, ON).allowed, `${role} ${named(cell)}`).toBe(false);
      }
    }
  });
});
