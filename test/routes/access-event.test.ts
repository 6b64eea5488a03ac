import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { EVENT_DOCS, eventDocs } from '../../infra/local/access-event-docs.ts';
import { AccessEvent, EVENT_VERSIONS } from '../../shared/trail/event.ts';
import { everyRoute } from '../support/every-route.ts';

const textOf = (name: string): string => readFileSync(join(EVENT_DOCS, name), 'utf8');
const schemaOf = (version: string) => z.fromJSONSchema(JSON.parse(textOf(`event-${version}.json`)));

const Examples = z.array(z.strictObject({ what: z.string(), event: z.record(z.string(), z.unknown()) }));
const examples = Examples.parse(JSON.parse(textOf('examples.json')));

describe('what is published of the event of the access log', () => {
  test('is what parses every line and what the register of routes has, as they stand', () => {
    for (const [name, text] of eventDocs()) {
      const isCurrent = existsSync(join(EVENT_DOCS, name)) && textOf(name) === text;
      expect(isCurrent, `${name} has changed: run \`npm run client\` and commit what it writes`).toBe(true);
    }
  });

  test('has a schema of each version that was ever written', () => {
    for (const version of EVENT_VERSIONS) {
      expect(JSON.parse(textOf(`event-${version}.json`))).toMatchObject({
        $id: `urn:sointu:access-event:${version}`,
      });
    }
  });

  test.each(examples.map(({ what, event }) => [what, event] as const))('example: %s', (_, event) => {
    expect(AccessEvent.parse(event)).toEqual(event);
    const schema = schemaOf('1.1');
    expect(schema.safeParse(event).error).toBeUndefined();
    // An event without what 1.1 has added is one of 1.0 in all but its number.
    const { disclosure, ...rest } = event;
    const older = schemaOf('1.0').safeParse({ ...rest, eventVersion: '1.0' });
    expect(older.error).toBeUndefined();
    expect(AccessEvent.safeParse({ ...rest, eventVersion: '1.0' }).success).toBe(true);
    for (const more of ['clientName', 'searchWords', 'reason', 'path']) {
      expect(schema.safeParse({ ...event, [more]: 'words' }).success).toBe(false);
    }
    if (disclosure === undefined) return;
    const named = { ...event, disclosure: { ...Object(disclosure), recipientName: 'Anna Esimerkki' } };
    expect(schema.safeParse(named).success).toBe(false);
  });

  test('answers 703/2023 § 10: whose and which data, who and as whom, why and when, to whom handed out', () => {
    const { properties } = z
      .object({
        $defs: z.object({ AccessEvent: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
      })
      .parse(JSON.parse(textOf('event-1.1.json'))).$defs.AccessEvent;
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(
        (
          'eventVersion eventId eventTime eventName controller sourceIPAddress userAgent requestId awsRegion ' +
          'readOnly clients resources basis outcome dataGroups changedFields historyFrom reasonId disclosure'
        ).split(' '),
      ),
    );
    expect(Object.keys(Object(Object(properties['userIdentity']).properties)).join(' ')).toBe(
      'userId name post role unitId professionalNumber authenticationMethod deputyFor',
    );
    expect(textOf('event-1.1.json')).toContain('serviceTasks');
  });

  test('a provision is a citation, in which no name and no words fit', () => {
    const [disclosed] = examples.flatMap(({ event }) => ('disclosure' in event ? [event] : []));
    const citing = (provision: string) =>
      AccessEvent.safeParse({
        ...disclosed,
        disclosure: { ...Object(disclosed?.['disclosure']), ground: { kind: 'provision', provision } },
      }).success;
    for (const good of [
      '434/2003 54 §',
      '703/2023 62, 63 §',
      '812/2000 11–13 §',
      '417/2007 25 a §',
      '703/2023 § 62',
    ]) {
      expect([good, citing(good)]).toEqual([good, true]);
    }
    for (const bad of [
      'Anna Esimerkki',
      '434/2003 54 § Anna',
      '434/2003 äidille',
      '434/2003 240312A9078',
      '',
    ]) {
      expect([bad, citing(bad)]).toEqual([bad, false]);
    }
  });
});

/**
 * What hands data to somebody outside the controller. A route that is added here has been looked at: by what it
 * does the recipient, the purpose and the provision, permit or consent are known.
 */
const DISCLOSING = [
  'BundlePrinted',
  'CaseNotePrinted',
  'ClienthoodTold',
  'DataDisclosed',
  'DecisionCopySent',
  'DecisionPartyHeard',
  'DecisionReviewResultServed',
  'DeclarationDocumentPrinted',
  'DocumentPrinted',
  'MatterClosed',
  'MatterHandlingRecorded',
  'MergedDocumentPrinted',
  'MergedNotePrinted',
  'NarrativePrinted',
  'PersonCollectionGiven',
  'ResearchDataExtracted',
  'ResearchPopulationExtracted',
  'SubjectRequestDelivered',
  'UnknownPersonsMatterClosed',
];

describe('the events of the register', () => {
  test('that disclose are known', () => {
    const disclosing = everyRoute.flatMap(({ discloses, event }) => (discloses ? [event] : []));
    expect(disclosing.toSorted()).toEqual(DISCLOSING);
  });

  test('that no route leaves are listed too: those of runs and of the operator’s commands', () => {
    const page = textOf('events.md');
    for (const event of ['ControllerSetUp', 'DeadlinesEscalated', 'ItemMigrationEnded', 'RestoreDrilled']) {
      expect(page).toContain(`| \`${event}\` | [`);
    }
  });
});
