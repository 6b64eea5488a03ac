import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { plans } from './module.ts';

export const handler = moduleHandler(plans, awsServices, doorSettings());
