import type { StartProblem } from './platform.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether a host is reached from this machine alone: where nobody is verified, no other will do. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/**
 * What the operator mends when somebody else listens there; null when listening failed for another reason.
 * @param setting the one that names the port
 */
export function portInUse(
  cause: unknown,
  port: number,
  setting: string,
): Extract<StartProblem, { kind: 'port_in_use' }> | null {
  const isInUse = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
  return isInUse ? { kind: 'port_in_use', port, setting } : null;
}
