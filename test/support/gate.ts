import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands before a PostgreSQL server and can be shut, as if the server were stopped. */
export interface Gate {
  /** The same database, reached through the gate. */
  url: string;
  /** Ends every connection and refuses new ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** @param url of a server that listens on a socket of this machine, or on a port */
export async function gateBefore(url: string): Promise<Gate> {
  const target = targetOf(new URL(url));
  const connections = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const backend = net.connect(target);
    for (const [from, to] of [
      [client, backend],
      [backend, client],
    ] as const) {
      connections.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        connections.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: behindGate(url, port),
    open: () => listen(port),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        connections.forEach((connection) => connection.destroy());
      }),
  };
}

/** The same database at a port of this machine. */
export function behindGate(url: string, port: number): string {
  const through = new URL(url);
  through.searchParams.delete('host');
  through.host = `127.0.0.1:${port}`;
  return through.href;
}

export function targetOf(url: URL): net.NetConnectOpts {
  const port = url.port === '' ? 5432 : Number(url.port);
  const folder = url.searchParams.get('host');
  return folder?.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${port}` }
    : { host: folder ?? url.hostname, port };
}
