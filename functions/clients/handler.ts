import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { clients } from './module.ts';

export const handler = moduleHandler(clients, awsServices, doorSettings());
