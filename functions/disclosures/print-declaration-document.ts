import type * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { printOfNational } from '../../shared/domain/disclosures/print-of-national.ts';
import { disclosedTo, GivenTo } from '../../shared/domain/prints/given-to.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { LetterQuery, letterFile } from '../../shared/http/letter-file.ts';
import { declarationDocument, type OneDocument } from './read-declaration-document.ts';

export const DeclarationPrintQuery = LetterQuery.extend(GivenTo);

/** The permit, or the bans in force, on paper: given to the client, or to who acts for the client. */
export async function printDeclarationDocument(
  context: ClientContext,
  {
    params: { document: kind },
    query,
  }: { params: z.infer<typeof OneDocument>; query: z.infer<typeof DeclarationPrintQuery> },
): Promise<Reading<FileAnswer>> {
  const [{ line, build }, disclosed] = await Promise.all([
    declarationDocument(context, kind),
    // It says what of the whole file may be given: any ban of a minor concerns it.
    disclosedTo(context, query, undefined),
  ]);
  return {
    line: { ...line, ...disclosed },
    body: async () => {
      const { defined, content, organiser } = await build();
      const { now, file } = context;
      const facts = { ...defined, content, authority: organiser.name, printedAt: now };
      const name = `${kind === 'permit' ? 'luovutuslupa' : 'luovutuskiellot'}-${file.head.clientId}`;
      return letterFile(printOfNational(facts, query.language), { form: query.form, name, at: now });
    },
  };
}
