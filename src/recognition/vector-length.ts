/**
 * As `Math.hypot` of all of them, bit for bit, which takes no more than its arguments at a time: sums of squares of the
 * greatest, added up without loss.
 */
export function lengthOf(vector: Float32Array): number {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  if (greatest === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (const value of vector) {
    const part = value / greatest;
    const summand = part * part - lost;
    const next = sum + summand;
    lost = next - sum - summand;
    sum = next;
  }
  return Math.sqrt(sum) * greatest;
}
