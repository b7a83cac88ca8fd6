import type { Finding } from './personal-data.ts';

/** Who wins where two findings share a character. Longer formats stand before those they contain: 4-6-1 before 4-6. */
const PRIORITY: readonly Finding['kind'][] = [
  'public',
  'email',
  'access_key',
  'pension_certificate',
  'my_number',
  'employment_insurance',
  'bank_account',
  'insurance_symbol',
  'birth_date',
  'basic_pension_number',
  'phone',
  'postal_code',
  'number',
  'address',
  'name',
];
const RANK = new Map(PRIORITY.map((kind, rank) => [kind, rank]));

/** Findings that do not overlap, in the order of the text; what is public only keeps its place free. */
export function resolveOverlaps(findings: readonly Finding[], textLength: number): Finding[] {
  const ranked = [...findings].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Uint8Array(textLength);
  const kept: Finding[] = [];
  for (const finding of ranked) {
    if (isTaken(taken, finding)) continue;
    taken.fill(1, finding.start, finding.end);
    if (finding.kind !== 'public') kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function rank(finding: Finding): number {
  return RANK.get(finding.kind) ?? PRIORITY.length;
}

function isTaken(taken: Uint8Array, { start, end }: Finding): boolean {
  return taken.subarray(start, end).includes(1);
}
