import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { notices } from './module.ts';

export const handler = moduleHandler(notices, awsServices, doorSettings());
