import * as z from 'zod';
import type { CatalogueEntry, Field } from '../../shared/documents/definition.ts';
import { documentClassOf } from '../../shared/documents/document-class.ts';
import { serviceTasksOf } from '../../shared/documents/service-tasks-of.ts';
import { DocumentKind, Sensitivity } from '../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';

/** One kind of document, as lists name it: enough to choose it. */
export const DocumentType = z
  .strictObject({
    /** Of the type, without its version. */
    oid: z.string(),
    /** The newest version, unless another was asked for. */
    version: z.string(),
    /** All that can be read, the newest last. A document stays under the version it was written in. */
    versions: z.array(z.string()),
    key: z.string(),
    /** Asiakirjatyyppi: Päätös, Suunnitelma, Arvio and so on. */
    documentType: z.string(),
    /** Asiakirjan aihe, as the definition says it; empty where it says none. */
    subject: z.string(),
    serviceTasks: z.array(ServiceTask),
    kind: DocumentKind,
    sensitivity: Sensitivity,
    fi: z.string(),
    sv: z.string().optional(),
  })
  .meta({ id: 'DocumentType' });
export type DocumentType = z.infer<typeof DocumentType>;

export const typeView = (entry: CatalogueEntry, versions: readonly string[]): DocumentType => {
  const { typeOid, version, key, documentType, subject, fi, sv } = entry;
  return {
    oid: typeOid,
    version,
    versions: [...versions],
    key,
    documentType,
    subject,
    serviceTasks: [...serviceTasksOf(subject)],
    ...documentClassOf(entry),
    fi,
    ...(sv !== undefined && { sv }),
  };
};

const FIELD_TYPES = [
  'group',
  'text',
  'boolean',
  'number',
  'date',
  'datetime',
  'code',
  'identifier',
  'quantity',
] as const satisfies readonly Field['type'][];

const flag = z.literal(true).optional();
const texts = z.array(z.string()).optional();

/** A field of a document, in the order in which it is shown and written. */
const fieldView = {
  key: z.string(),
  type: z.enum(FIELD_TYPES),
  fi: z.string(),
  sv: z.string().optional(),
  /** Needed in a final document; `conditional`: in a case that the definition's prose names. */
  required: flag,
  conditional: flag,
  /** A list. */
  repeats: flag,
  /** Recorded alike in the whole country. */
  nationwide: flag,
  /** Closed values of a text or an identifier. */
  values: texts,
  /** A prescribed text, which is known when `values` says it. */
  fixedText: flag,
  /** The national code list, by OID. */
  codeList: z.string().optional(),
  systems: texts,
  codes: texts,
  displays: texts,
  system: z.string().optional(),
  units: texts,
};

export type FieldView = z.infer<z.ZodObject<typeof fieldView>> & { fields?: FieldView[] | undefined };

export const FieldView: z.ZodType<FieldView> = z
  .strictObject({
    ...fieldView,
    get fields() {
      return z.array(FieldView).optional();
    },
  })
  .meta({ id: 'DocumentField' });
