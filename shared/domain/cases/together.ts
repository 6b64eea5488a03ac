import type { Change, LinePart } from '../../act.ts';
import type { Fact } from '../../statistics-fact.ts';

/** What stands or falls with the move of a case: in its commit and in no other. */
export type Together = Pick<LinePart, 'resources' | 'dataGroups'> & {
  changes: readonly Change[];
  facts: readonly Fact[];
};

export const allTogether = (parts: readonly Together[]): Together => ({
  changes: parts.flatMap(({ changes }) => changes),
  resources: parts.flatMap(({ resources }) => resources),
  dataGroups: parts.flatMap(({ dataGroups }) => dataGroups),
  facts: parts.flatMap(({ facts }) => facts),
});
