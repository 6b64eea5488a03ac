import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { ownLog } from './module.ts';

export const handler = moduleHandler(ownLog, awsServices, doorSettings());
