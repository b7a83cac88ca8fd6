/**
 * conflict: another transaction was in the way, trying again can succeed. duplicate: a unique key is taken.
 * unavailable: the database cannot be reached or has stopped. disk_full: nothing more can be written.
 */
export type StorageErrorCode = 'conflict' | 'duplicate' | 'unavailable' | 'disk_full' | 'unexpected';

/**
 * Every error of the database, without the values that were being written: drivers print parameters and rows in
 * their messages, and those are what people wrote. What remains is the kind, the SQLSTATE and where it happened.
 */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly sqlState: string | null;

  constructor(error: unknown) {
    const signs = signsOf(error);
    const code = codeOf(signs);
    super(`storage: ${code}`, { cause: withoutValues(error, signs) });
    this.name = 'StorageError';
    this.code = code;
    this.sqlState = signs.find((sign) => SQL_STATE.test(sign) && !PRISMA_CODE.test(sign)) ?? null;
  }
}

const PRISMA_CODE = /^P[1-6]\d{3}$/;
const SQL_STATE = /^[0-9A-Z]{5}$/;

const MEANING: readonly [StorageErrorCode, RegExp][] = [
  ['conflict', /^(40001|40P01|P2034|TransactionWriteConflict)$/],
  ['duplicate', /^(23505|P2002|UniqueConstraintViolation)$/],
  ['disk_full', /^(53100|ENOSPC)$/],
  ['unavailable', /^(08...|57P0[1-5]|53300|25P0[34]|P1001|P1002|P1008|P1011|P1017|P2024|P2028)$/],
  [
    'unavailable',
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|RuntimeError|DatabaseStopped)$/,
  ],
  // ENOENT: the socket of a server on this machine, while it is down.
  ['unavailable', /^(E(CONN|NOENT|NOTFOUND|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)|EAI_)/],
];

/** Told by node-postgres and PGlite in words alone. */
const GONE =
  /connection terminated|timeout (exceeded|expired)|cannot use a pool after|pglite is closed|not queryable/i;

function codeOf(signs: readonly string[]): StorageErrorCode {
  return MEANING.find(([, pattern]) => signs.some((sign) => pattern.test(sign)))?.[0] ?? 'unexpected';
}

/** Codes and kinds found on the error and on what caused it; never a message. */
function signsOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, code, kind, originalCode, message, cause, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >;
  const words = [name, code, kind, originalCode].filter((word) => typeof word === 'string');
  const gone = typeof message === 'string' && GONE.test(message) ? ['ConnectionClosed'] : [];
  const deeper = [cause, meta, driverAdapterError].flatMap((inner) => signsOf(inner, depth + 1));
  return [...words, ...gone, ...deeper].filter((word) => /^[\w.]{1,64}$/.test(word));
}

function withoutValues(error: unknown, signs: readonly string[]): Error {
  const cause = new Error([...new Set(signs)].join(' '));
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  cause.stack = [cause.message, ...frames].join('\n');
  return cause;
}

/** Nothing can be written now, whatever it is. */
export function isOutage(error: unknown): boolean {
  return error instanceof StorageError && (error.code === 'unavailable' || error.code === 'disk_full');
}

export function isConflict(error: unknown): boolean {
  return error instanceof StorageError && error.code === 'conflict';
}
