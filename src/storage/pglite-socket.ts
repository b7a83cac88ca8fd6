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
      this.#ask(message).then(
        (answer) => {
          done();
          for (const part of answer) this.push(part);
        },
        (cause: unknown) => {
          done(cause instanceof Error ? cause : new Error('the embedded database failed', { cause }));
        },
      );
    });
  }

  /** As a stream, because of an answer in one piece PGlite would also keep the parsed rows, of all answers for ever. */
  async #ask(message: Buffer): Promise<Buffer[]> {
    const answer: Buffer[] = [];
    await this.#database.execProtocolRawStream(message, {
      syncToFs: false,
      // What is handed over is memory of the database itself.
      onRawData: (part) => answer.push(Buffer.from(part)),
    });
    return answer;
  }
}
