import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { behindGate, targetOf } from '../support/gate.ts';

/** Stands before a PostgreSQL server and lets everything through late, in order. */
export interface SlowGate {
  url: string;
  close(): void;
}

/** @param delayMs how long the next piece of data waits, in either direction */
export async function slowGateBefore(url: string, delayMs: () => number): Promise<SlowGate> {
  const target = targetOf(new URL(url));
  const connections = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const backend = net.connect(target);
    for (const [from, to] of [
      [client, backend],
      [backend, client],
    ] as const) {
      connections.add(from);
      passLate(from, to, delayMs);
      from.on('close', () => connections.delete(from));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: behindGate(url, (server.address() as AddressInfo).port),
    close: () => {
      server.close();
      connections.forEach((connection) => connection.destroy());
    },
  };
}

function passLate(from: net.Socket, to: net.Socket, delayMs: () => number): void {
  let passed = Promise.resolve();
  from.on('error', () => undefined);
  from.on('data', (part) => {
    const due = Date.now() + delayMs();
    passed = passed.then(async () => {
      await sleep(Math.max(0, due - Date.now()));
      if (to.writable) to.write(part);
    });
  });
  from.on('close', () => void passed.then(() => to.destroy()));
}
