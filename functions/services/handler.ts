import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { services } from './module.ts';

export const handler = moduleHandler(services, awsServices, doorSettings());
