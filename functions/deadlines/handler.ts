import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { deadlines } from './module.ts';

export const handler = moduleHandler(deadlines, awsServices, doorSettings());
