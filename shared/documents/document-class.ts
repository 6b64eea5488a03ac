import type { DocumentKind, Sensitivity } from '../domain/entry-class.ts';
import type { CatalogueEntry } from './definition.ts';

/**
 * What decree 457/2024 asks of a document, by its national type: the kind that rights name (15 and 16 §),
 * and how sensitive it is unless its writer says more. Where the decree names no kind, the document is
 * `other`, which fewer roles see: our reading gives nobody more than the decree's words do.
 */
export type DocumentClass = { kind: DocumentKind; sensitivity: Sensitivity };

/** By asiakirjatyyppi. */
const KIND_OF_TYPE: ReadonlyMap<string, DocumentKind> = new Map([
  ['Asiakkuusasiakirja', 'clienthood'],
  ['Asia-asiakirja', 'clienthood'],
  ['Asiakaskertomusmerkintä', 'caseNote'],
  // 15 § 1 mom. 2 k.: decisions, and what belongs to preparing and enforcing them
  ['Päätös', 'decision'],
  ['Hakemus', 'decision'],
  ['Kuulemisasiakirja', 'decision'],
  ['Laskelma', 'decision'],
  ['Maksusitoumus', 'decision'],
  // 16 § 1 k.: plans drawn up to carry a service out
  ['Suunnitelma', 'implementationPlan'],
]);

const CLIENT_PLAN: DocumentKind = 'clientPlan';
const ASSESSMENT: DocumentKind = 'assessment';
const IMPLEMENTATION: DocumentKind = 'implementation';

/** Types that are of another kind than their asiakirjatyyppi says; the last arcs of their OIDs. */
const KIND_OF: ReadonlyMap<string, DocumentKind> = new Map([
  // Palvelutarpeen arviot
  ...['1000', '1005', '1008', '1012', '1013', '1019'].map((arc) => [arc, ASSESSMENT] as const),
  // Asiakassuunnitelmat; 15022 is the plan of the parents of a child in care (417/2007 30 § 4 mom.)
  ...['15003', '15007', '15009', '15010', '15015', '15020', '15022', '15023'].map(
    (arc) => [arc, CLIENT_PLAN] as const,
  ),
  // What is written of a measure or of a service while it is carried out
  ...['1001', '1003', '1011', '1018', '16001', '16005', '16007', '16010'].map(
    (arc) => [arc, IMPLEMENTATION] as const,
  ),
  // 16 § 1 k.: the agreement of a private producer with its client
  ['13007', 'contract'],
]);

/** 12–18 §: entries on therapy and on examinations, and the data of a shelter, have bans of their own. */
const SENSITIVITY_OF: ReadonlyMap<string, Sensitivity> = new Map([
  ['19014', 'therapy'],
  ['19015', 'examination'],
]);
const SENSITIVITY_OF_SUBJECT: ReadonlyMap<string, Sensitivity> = new Map([
  ['Turvakotipalvelun asiakasasiakirjat', 'shelter'],
]);

const CLIENT_DOCUMENTS = '1.2.246.537.6.1506.';

const arcOf = (typeOid: string): string =>
  typeOid.startsWith(CLIENT_DOCUMENTS) ? typeOid.slice(CLIENT_DOCUMENTS.length) : '';

export function documentClassOf({
  typeOid,
  documentType,
  subject,
}: Pick<CatalogueEntry, 'typeOid' | 'documentType' | 'subject'>): DocumentClass {
  const arc = arcOf(typeOid);
  return {
    kind: KIND_OF.get(arc) ?? KIND_OF_TYPE.get(documentType) ?? 'other',
    sensitivity: SENSITIVITY_OF.get(arc) ?? SENSITIVITY_OF_SUBJECT.get(subject) ?? 'ordinary',
  };
}
