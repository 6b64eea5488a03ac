import * as z from 'zod';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import type { Reading } from '../../shared/act.ts';
import { validateContent } from '../../shared/documents/validate.ts';
import { CASE_DOCUMENT, caseDocument } from '../../shared/domain/cases/case-document.ts';
import { openCase } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { findUnit } from '../../shared/domain/controllers/store.ts';
import { builtBy } from '../../shared/domain/documents/definitions.ts';
import { CaseId } from '../../shared/kernel/id.ts';
import { Json } from '../../shared/kernel/json.ts';
import { clientsOfCase } from './clients-of-case.ts';
import { findCase } from './find-case.ts';
import type { OneCase } from './one-case.ts';

export const CaseDocument = z
  .strictObject({
    caseId: CaseId,
    /** OID of the definition, with its version. */
    definition: z.string(),
    content: z.record(z.string(), Json),
    /** What the definition asks for and is not held here, and the code lists that are not loaded. */
    findings: z.array(z.strictObject({ rule: z.string(), path: z.string() })),
  })
  .meta({ id: 'CaseDocument' });

/** The case document as the national definition has it, and what is missing of it. */
export async function readCaseDocument(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneCase> },
): Promise<Reading<z.infer<typeof CaseDocument>>> {
  const { file, actor, services, today } = context;
  const item = await findCase(context, params.caseId);
  const [others, unit] = await Promise.all([clientsOfCase(context, item), findUnit(context, item.unitId)]);
  const { clientId, caseId, version, serviceTasks } = item;
  return {
    version,
    line: {
      clients: [clientId, ...others.map((other) => other.clientId)],
      resources: [
        { kind: 'case', id: caseId, client: clientId, version, serviceTasks },
        ...others.map((other) => ({ kind: 'client' as const, id: other.clientId })),
      ],
      dataGroups: ['case', 'baseData', ...(others.length > 0 ? ['identity' as const] : [])],
    },
    body: async () => {
      const ring = ringOf(context);
      const [base, own, { definition, find }] = await Promise.all([
        openBase(ring, file.head),
        openCase(ring, item),
        builtBy(services, CASE_DOCUMENT),
      ]);
      const content = caseDocument({
        item,
        content: own,
        data: visibleBaseData(actor, base.data, hasSafetyBan(file.head, today)).data,
        others,
        unitName: unit?.unit.name.fi,
        find,
      });
      return {
        caseId,
        definition: definition.oid,
        content: z.record(z.string(), Json).parse(content),
        findings: validateContent(definition, content, 'final', find, today).map(({ rule, path = '' }) => ({
          rule,
          path,
        })),
      };
    },
  };
}
