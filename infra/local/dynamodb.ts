import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { findDynamoDb } from './find-dynamodb.ts';
import { noteStore, sweepOrphans } from './store-orphans.ts';

export interface DynamoDbSettings {
  /** Where the database file lies; null keeps everything in memory and forgets it at the end. */
  folder: string | null;
  /** Any DynamoDB-compatible endpoint: then nothing is started here and `stop` ends nothing. */
  endpoint?: string;
}

export interface LocalDynamoDb {
  endpoint: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const START_MS = 10_000;
const STOP_MS = 2_000;
/** A store that aborts this many times without running a minute in between has a fault a restart won't mend. */
const RESTARTS = 5;
const STEADY_MS = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? found(address.port)
          : failed(new Error(`No free port on ${HOST}`)),
      );
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => {
      socket.destroy();
      told(true);
    });
    socket.once('error', () => told(false));
  });
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function waitForPort(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.pid !== undefined && !hasEnded(child)) {
    if (await answers(port)) return !hasEnded(child);
    await pause(3);
  }
  return false;
}

/** The store leads a process group of its own, so that a wrapper and what it started end together. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || hasEnded(child)) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  kill(child, 'SIGTERM');
  const late = setTimeout(() => kill(child, 'SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(late);
}

/** Runs `act` when this process ends; a signal is passed on unless somebody else has taken it in hand. */
function atEnd(act: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    act();
    process.removeListener(signal, onSignal);
    process.kill(process.pid, signal);
  };
  process.once('exit', act);
  // Worker threads get no signals.
  if (isMainThread) for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    process.removeListener('exit', act);
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
}

/**
 * Starts the embedded DynamoDB on a free port of the loopback address and waits until it answers. An abort is
 * followed by a restart on the same port when there is a folder; a store in memory has lost everything, so it
 * stays down and the next call fails plainly. It ends with `stop`, with this process and with its signals; one
 * left by a killed process is ended at the next start.
 */
export async function startDynamoDb(settings: DynamoDbSettings): Promise<LocalDynamoDb> {
  if (settings.endpoint !== undefined && settings.endpoint !== '') {
    return { endpoint: settings.endpoint, stop: () => Promise.resolve() };
  }
  const program = findDynamoDb();
  const folder = settings.folder === null ? null : resolve(settings.folder);
  const notes = folder ?? join(tmpdir(), `sointu-dynamodb-${process.getuid?.() ?? 'store'}`);
  const owned = sweepOrphans(notes);
  if (folder !== null && owned.length > 0) {
    throw new Error(
      `The store of ${folder} is already running (process ${owned.join(', ')}): stop it first.`,
    );
  }
  const file = folder === null ? [] : ['--db-path', join(folder, 'dynamodb.sqlite')];

  let port = await freePort();
  let child: ChildProcess;
  let stopping = false;
  let aborts = 0;
  let forget: (() => void) | undefined;

  async function launch(): Promise<boolean> {
    const args = ['--host', HOST, '--port', String(port), ...file];
    const started = spawn(program.command, [...program.before, ...args], {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    child = started;
    const since = performance.now();
    let steady = false;
    started.once('error', () => {}); // A missing program: waitForPort sees that there is no pid.
    if (started.pid === undefined) return false;
    const endpoint = `http://${HOST}:${port}`;
    const unnote = noteStore(notes, started.pid, [program.command, ...args], endpoint);
    forget = unnote;
    started.once('exit', () => {
      unnote();
      if (steady && !stopping) void afterAbort(performance.now() - since);
    });
    steady = await waitForPort(started, port);
    if (!steady) await endChild(started);
    return steady;
  }

  async function afterAbort(ranMs: number): Promise<void> {
    aborts = ranMs > STEADY_MS ? 1 : aborts + 1;
    if (folder === null) return console.error('The embedded DynamoDB in memory aborted; its data is lost.');
    if (aborts > RESTARTS) return console.error(`The embedded DynamoDB aborted ${aborts} times: given up.`);
    console.error('The embedded DynamoDB aborted: restarting it.');
    if (!(await launch()) && !stopping) await afterAbort(0);
  }

  const unhook = atEnd(() => {
    stopping = true;
    kill(child, 'SIGKILL');
    forget?.();
  });
  // Between finding the port free and taking it somebody else may have taken it.
  for (let attempt = 1; !(await launch()); attempt += 1) {
    if (attempt === 3) {
      unhook();
      throw new Error(
        `The embedded DynamoDB (${program.command}) did not start within ${START_MS / 1000} s.`,
      );
    }
    port = await freePort();
  }
  return {
    endpoint: `http://${HOST}:${port}`,
    async stop() {
      stopping = true;
      unhook();
      await endChild(child);
      forget?.();
    },
  };
}
