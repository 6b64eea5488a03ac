import { validateContent } from '../../shared/documents/validate.ts';
import { type Defined, definitionInForce } from '../../shared/domain/documents/definitions.ts';
import { writtenIn } from '../../shared/domain/documents/document-kinds.ts';
import type { DocumentContent } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { Services } from '../../shared/services.ts';

/** What there is of a draft has the form that its definition gives; what is missing may be. @returns codes of remarks. */
export function judgeDraft({ definition, find }: Defined, content: DocumentContent): string[] {
  const findings = validateContent(definition, content, 'draft', find).map((finding) => ({
    ...finding,
    path: `/content${finding.path ?? ''}`,
  }));
  refuseErrors(DOCUMENT_REFUSALS.notValid, findings);
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** The definition a draft may be begun by: in force, and of a kind that is drafted here at all. */
export async function draftable(services: Services, definitionOid: string): Promise<Defined> {
  const defined = await definitionInForce(services, definitionOid);
  const module = writtenIn(defined.entry);
  if (module !== undefined) throw new Refusal(DOCUMENT_REFUSALS.byAct, { details: { module } });
  return defined;
}
