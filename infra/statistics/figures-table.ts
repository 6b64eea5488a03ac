import { join } from 'node:path';
import type { QuestionsOf } from '../audit/saved-queries.ts';

/** What is asked of editions in SQL, and where its saved queries are. */
export const FIGURES: QuestionsOf = { table: 'figures', folder: join(import.meta.dirname, 'queries') };
