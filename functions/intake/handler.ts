import { moduleHandler } from '../../shared/http/module-handler.ts';
import { awsServices, doorSettings } from '../../shared/services-aws.ts';
import { intake } from './module.ts';

export const handler = moduleHandler(intake, awsServices, doorSettings());
