import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { caseNotes } from './module.ts';

export const handler = moduleHandler(caseNotes, awsServices, doorSettings());
