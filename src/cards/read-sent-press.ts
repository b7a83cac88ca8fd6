import type { Press } from '../domain/view.ts';

/** The longest that ids in a press are, in characters. */
const LONGEST = { action: 100, value: 500, report: 40 } as const;
const MEMBERS: ReadonlySet<string> = new Set(['action', 'value', 'turn', 'report']);

/** A press as a client sends it back; null for what no button of ours carries. */
export function readSentPress(data: unknown): Press | null {
  if (typeof data !== 'object' || data === null) return null;
  const { action, value, turn, report } = data as Record<string, unknown>;
  if (Object.keys(data).some((member) => !MEMBERS.has(member))) return null;
  if (!isId(action, LONGEST.action) || action === '') return null;
  if (value !== undefined && !isId(value, LONGEST.value)) return null;
  if (report !== undefined && !isId(report, LONGEST.report)) return null;
  if (turn !== undefined && !isTurn(turn)) return null;
  return {
    action,
    ...(value !== undefined && { value }),
    ...(turn !== undefined && { turn }),
    ...(report !== undefined && { report }),
  };
}

function isId(data: unknown, longest: number): data is string {
  return typeof data === 'string' && data.length <= longest;
}

function isTurn(data: unknown): data is number {
  return Number.isSafeInteger(data) && (data as number) >= 0;
}
