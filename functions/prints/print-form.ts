import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import { printOfDocument } from '../../shared/documents/render/print-of-document.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { fileOfPrint } from './file-of-prints.ts';
import type { PrintQuery } from './print-query.ts';

export const OneForm = z.strictObject({
  /** Of a definition, with its version or without: then the newest. */
  oid: z
    .string()
    .max(64)
    .regex(/^\d+(?:\.\d+)+$/)
    .meta({ examples: ['1.2.246.537.6.1506.3011'] }),
});

/** A kind of document as a form to be filled in by hand. */
export async function printForm(
  context: ActContext,
  { params: { oid }, query }: { params: z.infer<typeof OneForm>; query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const library = libraryOf(context.services);
  const definition = await library.definitionOf(oid);
  if (definition === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const language = query.language ?? 'fi';
  return {
    line: { clients: [], resources: [{ kind: 'definition', id: definition.oid }], dataGroups: ['settings'] },
    body: async () => {
      const [{ organiser }, find] = await Promise.all([
        officeOf(context.services, context.actor.controller, undefined),
        library.codeListsOf(definition),
      ]);
      const print = printOfDocument(
        {
          definition,
          content: undefined,
          hidden: [],
          head: {
            documentId: definition.oid,
            correction: 0,
            state: 'form',
            author: { name: '', post: '' },
            organiser,
            serviceTasks: [],
            socialServices: [],
          },
        },
        { language, find, printedAt: context.now, blank: true },
      );
      const name = `lomake-${definition.oid.replaceAll('.', '-')}`;
      return fileOfPrint(print, { form: query.form, name, at: context.now });
    },
  };
}
