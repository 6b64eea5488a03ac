import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { followOwner } from './follow-owner.ts';

export const handler = consumerHandler({ handle: followOwner }, awsServices);
