import * as z from 'zod';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import { begun, finalise, finished } from '../support/documents.ts';
import { filledContent } from '../support/filled-content.ts';
import { expectStatus, type Stage } from './stage.ts';

/** Sijoitettavan lapsen esitiedot: the largest form that its writer makes final. */
const LARGEST = '1.2.246.537.6.1506.16002.2025.1.30';

/** What the system says of a document itself, and no writer. */
const KNOWN = new Set(['asiakas', 'laatija', 'paivamaara', 'palvelutehtava', 'sosiaalipalvelu']);

/** The form with every field filled in: 15 000 characters, ten pages printed. */
function filledForm({ caseId }: Stage): Record<string, unknown> {
  const definition = definitionOf(LARGEST);
  if (definition === undefined) throw new Error('The form is not in the catalogue.');
  const content = filledContent(definition, { items: 1, words: 12 });
  const fields = z.record(z.string(), z.unknown()).parse(content[definition.key]);
  const written = Object.entries(fields).filter(([key]) => !KNOWN.has(key));
  return {
    definitionOid: LARGEST,
    caseId,
    serviceTasks: ['families'],
    content: { [definition.key]: Object.fromEntries(written) },
  };
}

/** @returns id of a draft of the form. */
export const draftOfForm = (stage: Stage): Promise<string> =>
  begun(stage.worker, stage.clientId, filledForm(stage));

/** @returns id of the form as a document. */
export const finishedForm = (stage: Stage): Promise<string> =>
  finished(stage.worker, stage.clientId, filledForm(stage));

export const finaliseForm = async ({ worker, clientId }: Stage, draftId: string): Promise<void> =>
  void expectStatus(await finalise(worker, clientId, draftId), 201);
