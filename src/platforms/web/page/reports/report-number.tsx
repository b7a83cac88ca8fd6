import { spelled } from '../parts/report-numbers.ts';

/** A number that never breaks over two lines, and is read out sign by sign. */
export function ReportNumber({ number }: { number: string }) {
  return (
    <span class="report-number" role="img" aria-label={spelled(number)}>
      {number}
    </span>
  );
}
