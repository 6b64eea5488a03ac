import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { retention } from './module.ts';

export const handler = moduleHandler(retention, awsServices, doorSettings());
