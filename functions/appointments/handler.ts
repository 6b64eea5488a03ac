import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { appointments } from './module.ts';

export const handler = moduleHandler(appointments, awsServices, doorSettings());
