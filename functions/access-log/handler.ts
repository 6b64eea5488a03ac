import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { accessLog } from './module.ts';

export const handler = moduleHandler(accessLog, awsServices, doorSettings());
