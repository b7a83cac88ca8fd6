import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Answers one request; both are one line of JSON. It must not reject: a failure is an answer too. */
export type RequestHandler = (line: string) => Promise<string>;

/** The kernel's limit for the path of a socket is 104 bytes on some systems, 108 on others. */
const LONGEST_PATH = 100;
const LONGEST_REQUEST = 1_000_000;

/** Where the socket of a data folder lies: inside it, or, for a deep folder, in a private one of the system's. */
export function socketPath(folder: string): string {
  const inside = path.join(folder, 'control.sock');
  if (Buffer.byteLength(inside) <= LONGEST_PATH) return inside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const outside = path.join(os.tmpdir(), `tsutae-${name}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  return path.join(outside, 'control.sock');
}

/** One request per connection: a line in, a line out. */
export function serve(onRequest: RequestHandler): net.Server {
  return net.createServer((connection) => {
    connection.setEncoding('utf8');
    connection.on('error', () => connection.destroy());
    let received = '';
    connection.on('data', (part: string) => {
      received += part;
      const end = received.indexOf('\n');
      if (end === -1 && received.length > LONGEST_REQUEST) connection.destroy();
      if (end === -1) return;
      connection.removeAllListeners('data');
      onRequest(received.slice(0, end)).then(
        (answer) => connection.end(`${answer}\n`),
        () => connection.destroy(),
      );
    });
  });
}

/**
 * The answer of whoever serves the socket; null when nobody does. Rejects when the other side closes without an
 * answer, or gives none in `timeoutMs`.
 */
export function ask(socket: string, line: string, timeoutMs: number | null): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let received = '';
    const connection = net.connect(socket, () => connection.write(`${line}\n`));
    connection.setEncoding('utf8');
    if (timeoutMs !== null)
      connection.setTimeout(timeoutMs, () => connection.destroy(new Error('no answer in time')));
    connection.on('data', (part: string) => (received += part));
    connection.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    connection.on('close', () => {
      if (received.endsWith('\n')) resolve(received.slice(0, -1));
      else reject(new Error('closed without an answer'));
    });
  });
}
