import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { parse } from 'node:querystring';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from './deliver-requests.ts';

/** Socket Mode: the app opens a WebSocket, gets envelopes and acknowledges each. */
export interface FakeSocket {
  url: string;
  /** Status 200 once it was acknowledged; null when it was not within three seconds. */
  send(delivery: Delivery): Promise<Delivery>;
  /** How many connections the app has opened so far, and how many of them are open. */
  connections(): { opened: number; open: number };
  /** Tells the app that its connection is renewed, and ends it once the app has had time to open another. */
  refresh(): Promise<void>;
  /** Every connection is gone from one moment to the next. */
  drop(): void;
  close(): Promise<void>;
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const ANSWER_WITHIN_MS = 3000;
/** So long a connection lives on after it was told that it is renewed. */
const GRACE_MS = 10_000;

export async function createSocket(): Promise<FakeSocket> {
  const connections = new Set<Duplex>();
  let opened = 0;
  const waiting = new Map<string, (answer: unknown) => void>();
  const server = createServer((_request, response) => void response.writeHead(404).end());
  server.on('upgrade', (request, socket: Duplex) => {
    const key = request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1').update(`${key}${MAGIC}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    connections.add(socket);
    opened += 1;
    socket.on('close', () => connections.delete(socket));
    socket.on('error', () => socket.destroy());
    onFrames(socket, (text) => {
      const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown };
      waiting.get(id)?.(payload ?? '');
      waiting.delete(id);
    });
    write(
      socket,
      JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0TSUTAE' } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/link`,
    send: async (delivery) => {
      const id = randomUUID();
      // The newest: one that is being renewed is given nothing more.
      const socket = [...connections].at(-1);
      const envelope = envelopeOf(delivery);
      const retry = delivery.attempts;
      delivery.attempts += 1;
      delivery.status = null;
      if (!socket) return delivery;
      const answered = new Promise<void>((resolve) => {
        const late = setTimeout(resolve, ANSWER_WITHIN_MS);
        waiting.set(id, (answer) => {
          clearTimeout(late);
          delivery.status = 200;
          delivery.answer = answer;
          resolve();
        });
      });
      write(
        socket,
        JSON.stringify({
          ...envelope,
          envelope_id: id,
          accepts_response_payload: true,
          retry_attempt: retry,
        }),
      );
      await answered;
      return delivery;
    },
    connections: () => ({ opened, open: connections.size }),
    refresh: async () => {
      const [before] = connections;
      if (!before) return;
      const had = opened;
      write(before, JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
      for (let waited = 0; opened === had && waited < GRACE_MS; waited += 20) await sleep(20);
      before.destroy();
    },
    drop: () => {
      connections.forEach((socket) => socket.destroy());
    },
    close: async () => {
      connections.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function envelopeOf({ body, contentType }: Delivery): { type: string; payload: unknown } {
  if (contentType === 'application/json') return { type: 'events_api', payload: JSON.parse(body) };
  const fields = parse(body);
  return typeof fields['payload'] === 'string'
    ? { type: 'interactive', payload: JSON.parse(fields['payload']) }
    : { type: 'slash_commands', payload: { ...fields } };
}

/** One text frame; a server's are not masked. */
function write(socket: Duplex, text: string): void {
  const data = Buffer.from(text);
  const head =
    data.length < 126
      ? Buffer.from([0x81, data.length])
      : data.length < 65_536
        ? Buffer.from([0x81, 126, data.length >> 8, data.length & 255])
        : Buffer.concat([Buffer.from([0x81, 127]), eightBytes(data.length)]);
  socket.write(Buffer.concat([head, data]));
}

function eightBytes(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

/** Text frames of a client, which are masked and whole; pings are answered, a close ends the connection. */
function onFrames(socket: Duplex, onText: (text: string) => void): void {
  let buffered = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = frameIn(buffered); frame; frame = frameIn(buffered)) {
      buffered = buffered.subarray(frame.length);
      if (frame.opcode === 1) onText(frame.data.toString('utf8'));
      else if (frame.opcode === 9)
        socket.write(Buffer.concat([Buffer.from([0x8a, frame.data.length]), frame.data]));
      else if (frame.opcode === 8) socket.end(Buffer.from([0x88, 0]));
    }
  });
}

function frameIn(bytes: Buffer): { opcode: number; data: Buffer; length: number } | null {
  if (bytes.length < 2) return null;
  const [first = 0, second = 0] = bytes;
  const short = second & 127;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head + 4) return null;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const length = head + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(head, head + 4);
  const data = Buffer.from(
    bytes.subarray(head + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  );
  return { opcode: first & 15, data, length };
}
