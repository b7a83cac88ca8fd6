import { spelled } from '../parts/report-numbers.ts';

/** A number that never breaks over two lines, and is read out sign by sign. */
export function ReportNumber({ number }: { number: string }) {
  return (
    <span class="report-number">
      <span aria-hidden="true">{number}</span>
      <span class="spoken" data-spoken={spelled(number)} />
    </span>
  );
}
