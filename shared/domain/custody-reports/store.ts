import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, CustodyReportId } from '../../kernel/id.ts';
import { custodyReportKeys, type Key } from '../../table/keys.ts';
import { allOfClient } from '../../table/lists.ts';
import { getItem } from '../../table/read.ts';
import type { Ground } from '../disclosures/disclosure.ts';
import { CourtRequest, CustodyReport } from './model.ts';

/** What is stored of reports to courts and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Every report of a child, with its supplements: a handful in a childhood. */
export const loadCustodyReports = (where: Where, clientId: ClientId): Promise<CustodyReport[]> =>
  allOfClient(where, clientId, custodyReportKeys.spans.all, CustodyReport);

export const loadCustodyReport = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  reportId: CustodyReportId,
): Promise<CustodyReport | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    custodyReportKeys.one(controller, clientId, reportId),
    CustodyReport,
  );

/** The report that a disclosure names as its ground (361/1983 § 16); undefined where it names none. */
export const reportNamed = async (
  where: Where,
  clientId: ClientId,
  ground: Ground,
): Promise<CustodyReport | undefined> =>
  ground.kind !== 'provision' || ground.custodyReportId === undefined
    ? undefined
    : loadCustodyReport(where, clientId, ground.custodyReportId);

const placeOf = (key: Key) => recordPlace(key, 'asked');

export const sealCourtRequest = (
  ring: KeyRing,
  item: Pick<CustodyReport, 'pk' | 'sk' | 'caseId'>,
  asked: CourtRequest,
): Promise<Sealed> => ring.seal(item.caseId, placeOf(item), 1, asked);

export const openCourtRequest = (ring: KeyRing, item: CustodyReport): Promise<CourtRequest> =>
  ring.open(item.asked, placeOf(item), CourtRequest);
