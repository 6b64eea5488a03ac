import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { tasks } from './module.ts';

export const handler = moduleHandler(tasks, awsServices, doorSettings());
