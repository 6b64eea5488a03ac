import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { openLabel } from '../../shared/crypto/key-ring.ts';
import type { Print } from '../../shared/documents/render/layout.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { openAnswer, openAsked, openExtension } from '../../shared/domain/data-subject-requests/store.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { FileAnswer, FileChoice } from '../../shared/http/file-answer.ts';
import { pageFile } from '../../shared/http/page-file.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { knownRequest, lineOfRequest, type OneRequest } from './known-request.ts';

export const LetterQuery = z.strictObject({
  /** The answer, which is a certificate where something was refused; or that the time was extended. */
  letter: z.enum(['answer', 'extension']).default('answer'),
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});
type LetterQuery = z.infer<typeof LetterQuery>;

export const LETTER_FILE: FileChoice<{ query: Pick<LetterQuery, 'form'> }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** Todistus epäämisestä, vastaus tai ilmoitus jatkoajasta, as a page or a PDF. */
export async function printLetter(
  context: ActContext,
  { params, query }: { params: OneRequest; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const { services, actor, now } = context;
  const request = await knownRequest(context, params);
  const { clientId } = request;
  const isThere = query.letter === 'answer' ? request.decision : request.extension;
  if (isThere === undefined) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.nothingToPrint, { concerns: [clientId] });
  }
  return {
    line: { ...lineOfRequest(request), dataGroups: ['identity', 'dataRequests'] },
    body: async () => {
      const [ring, keys, { organiser }, { notice }] = await Promise.all([
        ringOfAsker(context, clientId),
        loadClientKeys(services.tables, actor.controller, clientId),
        officeOf(services, actor.controller, undefined),
        settingsOf(services, actor.controller),
      ]);
      if (keys === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      const [asked, answer, extensionReasons, { given, family }] = await Promise.all([
        openAsked(ring, request),
        openAnswer(ring, request),
        openExtension(ring, request),
        openLabel(services, actor.controller, keys.client),
      ]);
      const facts = {
        request,
        asked,
        answer,
        extensionReasons,
        client: `${given} ${family}`,
        authority: organiser.name,
        notice,
        printedAt: now,
      };
      const { letterOf } = await import('../../shared/domain/data-subject-requests/letter.ts');
      const print = letterOf(facts, query.letter, query.language);
      return letterFile([print], { form: query.form, name: `pyynto-${request.requestId}`, now });
    },
  };
}

/** A letter as a file. What writes it is read on first use. */
export async function letterFile(
  prints: readonly [Print, ...Print[]],
  { form, name, now }: { form: LetterQuery['form']; name: string; now: Instant },
): Promise<FileAnswer> {
  const [first] = prints;
  if (form === 'html') return pageFile({ ...first, nodes: prints.flatMap(({ nodes }) => nodes) }, name);
  const { writePdf } = await import('../../shared/documents/render/pdf/write-pdf.ts');
  const { bytes } = await writePdf(prints, {
    title: first.title,
    authority: first.running.authority,
    at: now,
  });
  return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
}
