import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { dataSubjectRequests } from './module.ts';

export const handler = moduleHandler(dataSubjectRequests, awsServices, doorSettings());
