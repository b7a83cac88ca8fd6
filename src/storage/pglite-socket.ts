import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/**
 * What node-postgres takes for its connection to a server. Everything that it sends at once is one call: the
 * messages of a statement cost one passage into the database instead of five.
 */
export class PgliteSocket extends Duplex {
  readonly #database: PGlite;

  constructor(database: PGlite) {
    super();
    this.#database = database;
  }

  connect(): void {
    this.#database.waitReady.then(
      () => this.emit('connect'),
      (cause: unknown) => this.destroy(cause instanceof Error ? cause : new Error('not ready', { cause })),
    );
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _write(message: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#exchange(message, done);
  }

  override _writev(messages: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#exchange(Buffer.concat(messages.map(({ chunk }) => chunk)), done);
  }

  override _read(): void {
    // An answer is pushed as soon as there is one.
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  /**
   * Answered later, as a server does: node-postgres is not ready for an answer while it is still sending, and between
   * two statements whatever else the process has to do gets its turn.
   */
  #exchange(message: Buffer, done: (error?: Error | null) => void): void {
    setImmediate(() => {
      const answer = this.#ask(message);
      if (answer instanceof Error) {
        done(answer);
        return;
      }
      done();
      if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length));
    });
  }

  #ask(message: Buffer): Uint8Array | Error {
    try {
      return this.#database.execProtocolRawSync(message);
    } catch (cause) {
      return cause instanceof Error ? cause : new Error('the embedded database failed', { cause });
    }
  }
}
