import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { decisions } from './module.ts';

export const handler = moduleHandler(decisions, awsServices, doorSettings());
