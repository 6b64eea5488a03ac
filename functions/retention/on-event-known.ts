import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { recount } from './recount.ts';

export const handler = consumerHandler({ handle: recount }, awsServices);
