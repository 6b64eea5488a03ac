import type { KeyRing } from '../../crypto/key-ring.ts';
import { CaseContent, type CaseHead } from './model.ts';
import { CaseView } from './view.ts';

/** What is stored of cases. */

const contentPlace = (item: {
  pk: string;
  sk: string;
}): { table: string; pk: string; sk: string; attribute: string } => ({
  table: 'records',
  pk: item.pk,
  sk: item.sk,
  attribute: 'content',
});

const VIEWED = CaseView.omit({ name: true, description: true }).keyof().options;

export const openCases = (ring: KeyRing, cases: readonly CaseHead[]): Promise<CaseView[]> =>
  Promise.all(
    cases.map(async (item) => {
      const content = await ring.open(item.content, contentPlace(item), CaseContent);
      const shown = Object.fromEntries(
        VIEWED.map((field) => [field, item[field]]).filter(([, value]) => value !== undefined),
      );
      return CaseView.parse({ ...shown, ...content });
    }),
  );
