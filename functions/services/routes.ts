import * as z from 'zod';
import { SERVICE_ACTIONS } from '../../shared/access/actions/services.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { cancelDelivery } from './cancel-delivery.ts';
import { correctionRoutes } from './correction-routes.ts';
import { EndService, endService } from './end-service.ts';
import { EvaluateService, evaluateService } from './evaluate-service.ts';
import { listEndedServices, listServices, ServicesOfClient } from './list-services.ts';
import { listTypes, ServiceTypes } from './list-types.ts';
import { findUnitServices, listUnitServices, UnitServices } from './list-unit-services.ts';
import { OneClient, OneDelivery, OneService, ofPath } from './one-service.ts';
import { OpenService, openService } from './open-service.ts';
import { Deliveries, DeliveriesQuery, readDeliveries } from './read-deliveries.ts';
import { DeliveryRecorded, RecordDelivery, recordDelivery } from './record-delivery.ts';
import { refundRoutes } from './refund-routes.ts';
import { ServiceChanged } from './service-view.ts';
import { StartService, startService } from './start-service.ts';
import { resumeService, SuspendService, suspendService } from './suspend-service.ts';

const AN_ID = '01J0000000000000000000000A';
const { notValid, wrongState } = SERVICE_REFUSALS;

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/services/types',
    action: SERVICE_ACTIONS.listTypes,
    event: 'ServiceTypesListed',
    summary: 'Every social service, and which of them this controller gives.',
    returns: ServiceTypes,
    handle: listTypes,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services',
    action: SERVICE_ACTIONS.open,
    event: 'ServiceOpened',
    summary: "Opens a client's service in a case, on a decision or without one.",
    writes: 'creates',
    params: OneClient,
    body: OpenService,
    returns: ServiceChanged,
    refusals: [
      notValid,
      SERVICE_REFUSALS.notEnabled,
      SERVICE_REFUSALS.noCase,
      SERVICE_REFUSALS.noContract,
      SERVICE_REFUSALS.taskNotYours,
      CASE_REFUSALS.isClosed,
    ],
    example: {
      caseId: AN_ID,
      serviceTask: 'families',
      socialService: 'familyWork',
      basis: { kind: 'decision', decisionId: AN_ID },
      producer: { kind: 'own' },
      validFrom: '2026-12-01',
      validTo: '2027-05-31',
      amount: { hundredths: 400, unit: 'hours', per: 'week' },
    },
    client: ofPath,
    handle: openService,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/services/clients/{clientId}/services',
    action: SERVICE_ACTIONS.list,
    event: 'ServicesListed',
    summary: "A client's services that are granted or given.",
    params: OneClient,
    returns: ServicesOfClient,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listServices,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/services/clients/{clientId}/ended',
    action: SERVICE_ACTIONS.listEnded,
    event: 'EndedServicesListed',
    summary: "A client's services that ended, the latest first.",
    params: OneClient,
    query: PageQuery,
    returns: ServicesOfClient,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listEndedServices,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/start',
    action: SERVICE_ACTIONS.start,
    event: 'ServiceStarted',
    summary: 'The service begins; the time by which its decision was to be carried out is met.',
    writes: 'changes',
    params: OneService,
    body: StartService,
    returns: ServiceChanged,
    refusals: [notValid, wrongState],
    example: { startedOn: '2026-12-01' },
    client: ofPath,
    handle: startService,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/suspend',
    action: SERVICE_ACTIONS.suspend,
    event: 'ServiceSuspended',
    summary: 'The service stands still for a time.',
    writes: 'changes',
    params: OneService,
    body: SuspendService,
    returns: ServiceChanged,
    refusals: [notValid, wrongState],
    example: { suspendedOn: '2027-01-10' },
    client: ofPath,
    handle: suspendService,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/resume',
    action: SERVICE_ACTIONS.resume,
    event: 'ServiceResumed',
    summary: 'The service goes on.',
    writes: 'changes',
    params: OneService,
    returns: ServiceChanged,
    refusals: [wrongState],
    client: ofPath,
    handle: resumeService,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/evaluate',
    action: SERVICE_ACTIONS.evaluate,
    event: 'ServiceEvaluated',
    summary: 'Evaluates what a service has done for the client.',
    writes: 'changes',
    params: OneService,
    body: EvaluateService,
    returns: ServiceChanged,
    refusals: [notValid, wrongState, SERVICE_REFUSALS.tooManyEvaluations],
    example: { on: '2027-03-01', result: 'partlyReached' },
    client: ofPath,
    handle: evaluateService,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/end',
    action: SERVICE_ACTIONS.end,
    event: 'ServiceEnded',
    summary: 'Ends a service, with its ground.',
    writes: 'changes',
    params: OneService,
    body: EndService,
    returns: ServiceChanged,
    refusals: [notValid, wrongState],
    example: { endedOn: '2027-05-31', endGround: 'goalsReached' },
    client: ofPath,
    handle: endService,
  }),
  ...correctionRoutes,
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/deliveries',
    action: SERVICE_ACTIONS.recordDelivery,
    event: 'DeliveryRecorded',
    summary: 'Records what was delivered of a service on a day.',
    writes: 'creates',
    params: OneService,
    body: RecordDelivery,
    returns: DeliveryRecorded,
    refusals: [notValid, wrongState],
    example: { on: '2026-12-03', hundredths: 150, unit: 'hours' },
    client: ofPath,
    handle: recordDelivery,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/deliveries',
    action: SERVICE_ACTIONS.readDeliveries,
    event: 'DeliveriesRead',
    summary: 'What was delivered of a service beside what was granted, for a year at most.',
    params: OneService,
    query: DeliveriesQuery,
    returns: Deliveries,
    client: ofPath,
    handle: readDeliveries,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/services/{clientServiceId}/deliveries/{deliveryId}/cancel',
    action: SERVICE_ACTIONS.cancelDelivery,
    event: 'DeliveryCancelled',
    summary: 'A delivery recorded by mistake counts no more.',
    writes: 'changes',
    params: OneDelivery,
    returns: DeliveryRecorded,
    refusals: [wrongState],
    client: ofPath,
    handle: cancelDelivery,
  }),
  read({
    method: 'GET',
    path: '/v1/services/units/{unitId}/services',
    action: SERVICE_ACTIONS.listUnit,
    event: 'UnitServicesListed',
    summary: 'Services of one of the caller’s units that were granted for a time, by their last day.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: UnitServices,
    early: findUnitServices,
    handle: listUnitServices,
  }),
  ...refundRoutes,
];
