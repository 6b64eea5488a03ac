import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { assessments } from './module.ts';

export const handler = moduleHandler(assessments, awsServices, doorSettings());
