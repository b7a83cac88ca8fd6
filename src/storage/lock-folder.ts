import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import type net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../domain/result.ts';
import { ask, serve, socketPath, type RequestHandler } from './folder-socket.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/** `pid` is null when the owner is too busy to say. */
export interface FolderInUse {
  kind: 'folder_in_use';
  folder: string;
  pid: number | null;
}

const OWNER = '"owner"';
const OWNER_ANSWERS_WITHIN_MS = 2_000;
const RIVALS_SETTLE_MS = 150;
const ATTEMPTS = 5;

/**
 * One process per data folder: two would lose each other's data without a word. The lock is a listening socket,
 * which the kernel closes with its process, however that ends; it also takes requests for the process that holds it.
 */
export async function lockFolder(
  folder: string,
  onRequest: RequestHandler = () => Promise.resolve('null'),
): Promise<Result<FolderLock, FolderInUse>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const real = realpathSync(folder);
  const socket = socketPath(real);
  const answer: RequestHandler = (line) =>
    line === OWNER ? Promise.resolve(String(process.pid)) : onRequest(line);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const server = await takeSocket(socket, answer);
    const taken = identity(socket);
    // A rival that found the same leftover may have removed ours in its place: let them settle.
    if (server && attempt > 0) await sleep(RIVALS_SETTLE_MS);
    if (server && taken !== null && identity(socket) === taken)
      return ok({ release: () => release(server, socket, taken) });
    if (server) await close(server);
    const owner = await ownerOf(socket);
    if (owner !== 'nobody') return fail({ kind: 'folder_in_use', folder: real, pid: owner });
  }
  throw new Error('the data folder could not be locked');
}

/** Sends one JSON line to the process that holds the folder; null when nobody does. */
export function askOwner(folder: string, line: string): Promise<string | null> {
  return ask(socketPath(realpathSync(folder)), line, null);
}

/**
 * Listens under a name of its own and links it into place, which fails when something is there, alive or left
 * behind: null then. Closing removes only the own name, never what another process has put in the place since.
 */
async function takeSocket(socket: string, answer: RequestHandler): Promise<net.Server | null> {
  const own = path.join(path.dirname(socket), `${randomBytes(4).toString('hex')}.new`);
  const server = await listen(own, answer);
  try {
    linkSync(own, socket);
    return server;
  } catch (error) {
    await close(server);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw new Error('the data folder cannot be locked', { cause: error });
  } finally {
    rmSync(own, { force: true });
  }
}

function listen(socket: string, answer: RequestHandler): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = serve(answer);
    server.once('error', (error) => reject(new Error('the data folder cannot be locked', { cause: error })));
    server.listen(socket, () => {
      chmodSync(socket, 0o600);
      server.unref();
      resolve(server);
    });
  });
}

/** Who answers on the socket; one that a killed process left behind is removed. */
async function ownerOf(socket: string): Promise<number | null | 'nobody'> {
  const before = identity(socket);
  try {
    const answer = await ask(socket, OWNER, OWNER_ANSWERS_WITHIN_MS);
    if (answer !== null) return Number(answer);
  } catch {
    return null;
  }
  // Only the one that refused: a rival may have put its own in the place meanwhile.
  if (before !== null && identity(socket) === before) rmSync(socket, { force: true });
  return 'nobody';
}

function identity(socket: string): string | null {
  const stat = statSync(socket, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.ctimeNs}` : null;
}

async function release(server: net.Server, socket: string, taken: string): Promise<void> {
  if (identity(socket) === taken) rmSync(socket, { force: true });
  await close(server);
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
