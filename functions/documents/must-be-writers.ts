import type { CatalogueEntry } from '../../shared/documents/definition.ts';
import { finalisedBy } from '../../shared/domain/documents/document-kinds.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** @throws Refusal `document.byAct`, naming the module, for what is not a writer's to bring in or to change. */
export function mustBeWriters(entry: CatalogueEntry): void {
  const module = finalisedBy(entry);
  if (module !== undefined) throw new Refusal(DOCUMENT_REFUSALS.byAct, { details: { module } });
}
