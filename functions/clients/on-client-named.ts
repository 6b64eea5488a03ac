import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { indexNames } from './index-names.ts';

export const handler = consumerHandler({ handle: indexNames }, awsServices);
