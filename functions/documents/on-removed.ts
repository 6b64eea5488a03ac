import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { removeBodies } from './remove-bodies.ts';

export const handler = consumerHandler({ handle: removeBodies }, awsServices);
