import { consumerHandler } from '../../shared/events/consumer-handler.ts';
import { awsServices } from '../../shared/services-aws.ts';
import { notePlanted } from './note-planted.ts';

export const handler = consumerHandler({ handle: notePlanted }, awsServices);
