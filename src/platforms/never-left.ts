/** Codes of failures before there was a connection. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request failed before anything of it left this machine: nothing can have been carried out. */
export function neverLeft(failure: unknown): boolean {
  for (let cause = failure; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && NEVER_CONNECTED.has(cause.code)) return true;
  return false;
}
