import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { htmlOf } from '../../shared/documents/render/html.ts';
import { STYLE_HASH } from '../../shared/documents/render/html-style.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { sourceLetter } from '../../shared/domain/disclosures/source-letter.ts';
import { loadSourceRequest, openSource } from '../../shared/domain/disclosures/source-store.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { FileAnswer, FileChoice } from '../../shared/http/file-answer.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OneSourceRequest } from './record-receipt.ts';

export const LetterQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv']).default('fi'),
});
type LetterQuery = z.infer<typeof LetterQuery>;

export const LETTER_FILE: FileChoice<{ query: LetterQuery }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** The request in writing, as it is sent and as it is kept: made from what was recorded, which never changes. */
export async function printSourceRequest(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OneSourceRequest>; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const { file, services, actor, now } = context;
  const { clientId } = file.head;
  const request = await loadSourceRequest(context, clientId, params.sourceRequestId);
  if (request === undefined || request.initiative === 'came') throw new Refusal(COMMON_REFUSALS.notFound);
  const { sourceRequestId, version } = request;
  return {
    version,
    line: {
      clients: [clientId],
      resources: [{ kind: 'sourceRequest', id: sourceRequestId, client: clientId, version }],
      dataGroups: ['identity', 'disclosures'],
      reasonId: sourceRequestId,
    },
    body: async () => {
      const ring = ringOf(context);
      const [content, { data }, { organiser, unit }] = await Promise.all([
        openSource(ring, request),
        openBase(ring, file.head),
        officeOf(services, actor.controller, context.grant?.unitIds[0]),
      ]);
      const print = sourceLetter(
        {
          request,
          content,
          client: { name: `${data.name.given} ${data.name.family}`, code: data.personalIdentityCode },
          authority: organiser.name,
          unit: unit?.name ?? '',
          printedAt: now,
        },
        query.language,
      );
      const name = `tietopyynto-${sourceRequestId}`;
      if (query.form === 'html') {
        return {
          kind: 'text/html',
          bytes: Buffer.from(htmlOf(print), 'utf8'),
          name: `${name}.html`,
          styleHash: STYLE_HASH,
        };
      }
      const { writePdf } = await import('../../shared/documents/render/pdf/write-pdf.ts');
      const { title, running } = print;
      const { bytes } = await writePdf([print], { title, authority: running.authority, at: now });
      return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
    },
  };
}
