import { DocumentId } from '../../shared/kernel/id.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import type { Stage } from './stage.ts';
import { documentsWords } from './vocabulary.ts';

/** Beginnings of words that no other text of the file has. */
export const ASKED = 'poissaolo koulukuraat';
export const SUMMARIES = 10;

const made = new WeakMap<Stage, Promise<DocumentId[]>>();

/** The client's latest documents, in whose texts the asked words stand: made once for a stage. */
export function summariesOf(stage: Stage): Promise<DocumentId[]> {
  const known = made.get(stage) ?? make(stage);
  made.set(stage, known);
  return known;
}

async function make({ world, worker, clientId }: Stage): Promise<DocumentId[]> {
  const words = documentsWords();
  const ids: DocumentId[] = [];
  while (ids.length < SUMMARIES) {
    world.clock.advance(1);
    const text = `${words.next().value.join(' ')}. Koulukuraattorin kanssa puhuttiin poissaoloista.`;
    ids.push(DocumentId.parse(await finished(worker, clientId, aDraft({ content: summaryOf(text) }))));
    // As in `setStage`: what words are merged with is then the same on every machine.
    await world.drained();
  }
  return ids;
}
