import { type SignSettings, signDefaults } from '../../../shared/domain/controllers/settings/signs.ts';
import { daysBetween, helsinkiDateOf } from '../../../shared/kernel/local-date.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import { type Quarter, simulatedQuarter } from '../quarter/quarter.ts';
import { lookThrough, type Raised } from './look-through.ts';
import { REPORTED } from './seeds.ts';
import { writtenLines } from './written.ts';

/** How well rules find planted misuse in one quarter. */
export type Measured = {
  seed: string;
  lines: number;
  /** Lines about one file. */
  openings: number;
  /** Deeds of misuse, and those that a sign is about. */
  misuse: number;
  foundMisuse: number;
  /** Signs, and those that are about misuse. */
  signs: number;
  trueSigns: number;
  reviewers: number;
  weeks: number;
  seconds: number;
  /** Signs of a rule, and those about misuse. */
  byRule: Record<string, { of: number; found: number }>;
  /** Deeds of a kind, and those that a sign is about. */
  byKind: Record<string, { of: number; found: number }>;
};

/** What a sign is about: the worker’s lines of the day, of the file where it is of one. */
const placeOf = (userId: string, on: string, clientId = ''): string => [userId, on, clientId].join(' ');

/** Deeds of misuse by what a sign about them would be about. */
function deedsByPlace(lines: readonly AccessEvent[], truth: Quarter['truth']) {
  const places = new Map<string, Set<string>>();
  const kinds = new Map<string, string>();
  for (const { eventId, eventTime, userIdentity, clients } of lines) {
    const deed = truth.get(eventId);
    if (deed?.isMisuse !== true) continue;
    kinds.set(deed.deedId, deed.kind);
    const on = helsinkiDateOf(eventTime);
    for (const place of ['', ...clients].map((client) => placeOf(userIdentity.userId, on, client))) {
      places.set(place, (places.get(place) ?? new Set()).add(deed.deedId));
    }
  }
  return { places, kinds };
}

const REVIEWING = new Set(['supervision', 'dataProtection']);

/** With what a controller has that has chosen nothing, and seeds that nothing was tuned with. */
export async function measureReported(): Promise<Measured[]> {
  // Every opening without a tie is looked into anyhow, suspected or not: those of which work came are no alarm.
  const rules = signDefaults.rules.filter((code) => code !== 'openedWithoutTie');
  const all: Measured[] = [];
  for (const seed of REPORTED) all.push(await measureSigns(seed, { ...signDefaults, rules }));
  return all;
}

async function measureSigns(seed: string, settings: SignSettings): Promise<Measured> {
  const quarter = simulatedQuarter(seed);
  const lines = await writtenLines(quarter);
  const began = performance.now();
  const raised = lookThrough(lines, quarter.facts, settings);
  const seconds = (performance.now() - began) / 1000;
  return { ...judged(quarter, lines, raised), seed, seconds };
}

function judged(
  { facts, truth }: Quarter,
  lines: readonly AccessEvent[],
  raised: readonly Raised[],
): Omit<Measured, 'seed' | 'seconds'> {
  const { places, kinds } = deedsByPlace(lines, truth);
  const found = new Set<string>();
  const byRule: Measured['byRule'] = {};
  let trueSigns = 0;
  for (const { code, userId, on, clientId } of raised) {
    const deeds = places.get(placeOf(userId, on, clientId)) ?? new Set();
    const rule = (byRule[code] ??= { of: 0, found: 0 });
    rule.of += 1;
    if (deeds.size > 0) {
      rule.found += 1;
      trueSigns += 1;
    }
    for (const deed of deeds) found.add(deed);
  }
  const byKind: Measured['byKind'] = {};
  for (const [deedId, kind] of kinds) {
    const all = (byKind[kind] ??= { of: 0, found: 0 });
    all.of += 1;
    if (found.has(deedId)) all.found += 1;
  }
  return {
    lines: lines.length,
    openings: lines.filter(({ clients }) => clients.length === 1).length,
    misuse: kinds.size,
    foundMisuse: found.size,
    signs: raised.length,
    trueSigns,
    reviewers: facts.workers.filter(({ duty }) => REVIEWING.has(duty)).length,
    weeks: (daysBetween(facts.from, facts.to) + 1) / 7,
    byRule,
    byKind,
  };
}
