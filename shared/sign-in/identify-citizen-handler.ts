import type { InboundFederationTriggerEvent } from 'aws-lambda';
import { awsServices, identificationSettings } from '../services-aws.ts';
import { attributesToKeep } from './identify-citizen.ts';

/** Run by the citizens' pool when somebody was identified, before it keeps anything of it. What throws is let in nowhere. */
export async function handler(event: InboundFederationTriggerEvent): Promise<InboundFederationTriggerEvent> {
  const kept = await attributesToKeep(awsServices(), identificationSettings(), event.request);
  event.response = { userAttributesToMap: kept };
  return event;
}
