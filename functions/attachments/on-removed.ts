import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { removeObjects } from './remove-objects.ts';

export const handler = consumerHandler({ handle: removeObjects }, awsServices);
