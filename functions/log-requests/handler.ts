import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { logRequests } from './module.ts';

export const handler = moduleHandler(logRequests, awsServices, doorSettings());
