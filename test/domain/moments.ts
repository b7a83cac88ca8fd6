import fc from 'fast-check';
import { addDays, addMinutes } from '../../src/domain/business-time.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { aReport } from '../support/storage-samples.ts';

/** `2026-11-20 17:15` in Tokyo. */
export function tokyo(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00+09:00`).toISOString();
}

export function step(kind: StepRecord['kind'], at: string, state: string | null): StepRecord {
  return { seq: 2, kind, actor: 'tanaka', at: tokyo(at), state, facts: {}, note: null };
}

/** Filed at 9:12 on a Friday, with what happened since, in order. */
export function report(over: Partial<Report> = {}, ...since: StepRecord[]): Report {
  const filedAt = over.filedAt ?? tokyo('2026-11-20 09:12');
  const filed: StepRecord = {
    seq: 1,
    kind: 'filed',
    actor: 'yamada',
    at: filedAt,
    state: 'received',
    facts: {},
    note: null,
  };
  return aReport({
    filedAt,
    ...over,
    steps: [filed, ...since.map((one, index) => ({ ...one, seq: index + 2 }))],
  });
}

/** Most around the days on which counting goes wrong. */
export function anInstant(): fc.Arbitrary<string> {
  const day = fc.oneof(
    fc.constantFrom('2026-12-26', '2027-01-01', '2026-04-28', '2028-02-27', '2027-03-30'),
    fc.nat(2000).map((days) => addDays('2025-01-01', days)),
  );
  return fc
    .tuple(day, fc.nat(4 * 24 * 60))
    .map(([date, minute]) => addMinutes(tokyo(`${date} 00:00`), minute));
}
