import {
  type RequirementRow,
  type RowState,
  readNotes,
  readRequirements,
  stateOfRow,
  testFiles,
  testsByRow,
} from './requirement-rows.ts';

/** `npm run requirements`: which promises of the five privacy notices a test holds, row by row. */
const SEEDS: [letter: string, controller: string][] = [
  ['U', 'Uusikaupunki'],
  ['J', 'Joutsa'],
  ['L', 'Loimaa'],
  ['H', 'Huittinen'],
  ['K', 'Keski-Uusimaa'],
];

const shorten = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function describeRow(row: RequirementRow, state: RowState): string {
  const line = `  ${row.id.padEnd(8)} ${state.state.padEnd(9)} ${shorten(row.requirement)}`;
  if (state.state === 'partly') return `${line}\n${' '.repeat(21)}missing: ${state.missing}`;
  if (state.state === 'overtaken') return `${line}\n${' '.repeat(21)}because: ${state.reason}`;
  return line;
}

const rows = readRequirements();
const notes = readNotes();
const tests = testsByRow(testFiles());
const states = new Map(rows.map((row) => [row.id, stateOfRow(row.id, notes, tests)]));
const count = (of: readonly RequirementRow[], wanted: RowState['state']) =>
  of.filter((row) => states.get(row.id)?.state === wanted).length;
const sums = (of: readonly RequirementRow[]) =>
  (['proven', 'partly', 'overtaken', 'waiting'] as const)
    .map((state) => `${count(of, state)} ${state}`)
    .join(', ');

for (const [letter, controller] of SEEDS) {
  const ofSeed = rows.filter((row) => row.id.startsWith(`${letter}-`));
  console.log(`\n${controller} (${letter}): ${sums(ofSeed)} of ${ofSeed.length}`);
  for (const row of ofSeed) {
    const state = states.get(row.id);
    if (state !== undefined) console.log(describeRow(row, state));
  }
}
console.log(`\nAll: ${sums(rows)}`);
console.log(`${count(rows, 'proven')} of ${rows.length} rows proven`);
