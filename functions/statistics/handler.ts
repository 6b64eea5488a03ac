import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { statistics } from './module.ts';

export const handler = moduleHandler(statistics, awsServices, doorSettings());
