import type { CatalogueEntry } from '../../documents/definition.ts';
import { documentClassOf } from '../../documents/document-class.ts';
import type { Sensitivity } from '../entry-class.ts';
import type { RetentionClass } from '../retention/rules.ts';
import type { SocialService } from '../social-services.ts';

/** Which period of the annex of 703/2023 a document is kept for, where it is not that of its service task. */
const RETENTION: Readonly<Record<string, RetentionClass>> = {
  'Luovutuslupa-asiakirja': 'permitOrDenial',
  Kieltoasiakirja: 'permitOrDenial',
};

export const retentionOf = ({ documentType }: Pick<CatalogueEntry, 'documentType'>): RetentionClass =>
  RETENTION[documentType] ?? 'document';

/** By its national type, else as the writer chose, else by the service it concerns (457/2024 §§ 12–18). */
export function sensitivityOf(
  entry: CatalogueEntry,
  chosen: Sensitivity | undefined,
  services: readonly SocialService[],
): Sensitivity {
  const { sensitivity } = documentClassOf(entry);
  if (sensitivity !== 'ordinary') return sensitivity;
  if (chosen !== undefined && chosen !== 'ordinary') return chosen;
  if (services.includes('shelter')) return 'shelter';
  return services.includes('familyMediation') ? 'familyMediation' : 'ordinary';
}

/** What an act of a module makes final, and no writer by finalising a draft: by document type or by type OID. */
const FINALISED_BY_ACT: Readonly<Record<string, string>> = {
  Päätös: 'decisions',
  Suunnitelma: 'plans',
  '1.2.246.537.6.1506.1000': 'assessments',
  '1.2.246.537.6.1506.1005': 'assessments',
  '1.2.246.537.6.1506.1008': 'assessments',
  '1.2.246.537.6.1506.1012': 'assessments',
  '1.2.246.537.6.1506.1013': 'assessments',
  '1.2.246.537.6.1506.1019': 'assessments',
  // Lapsen huolto- ja tapaamisoikeusselvitys, which a court asks for (361/1983 § 16)
  '1.2.246.537.6.1506.7005': 'custody-reports',
};

/** What has no draft here at all: the narrative has its own, and the others are built from what is held. */
const WRITTEN_ELSEWHERE: Readonly<Record<string, string>> = {
  Asiakaskertomusmerkintä: 'case-notes',
  'Asia-asiakirja': 'cases',
  Asiakkuusasiakirja: 'clients',
};

/** The module whose act makes such a document final; undefined where its writer does. */
export const finalisedBy = ({ documentType, typeOid }: CatalogueEntry): string | undefined =>
  FINALISED_BY_ACT[typeOid] ?? FINALISED_BY_ACT[documentType] ?? WRITTEN_ELSEWHERE[documentType];

/** The module where such a document is written; undefined where it is drafted here. */
export const writtenIn = ({ documentType }: CatalogueEntry): string | undefined =>
  WRITTEN_ELSEWHERE[documentType];
