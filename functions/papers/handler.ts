import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { papers } from './module.ts';

export const handler = moduleHandler(papers, awsServices, doorSettings());
