import type { Instant } from '../domain/business-time.ts';

export function instant(date: Date): Instant {
  return date.toISOString();
}

export function instantOrNull(date: Date | null): Instant | null {
  return date && instant(date);
}

export function dateOrNull(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}
