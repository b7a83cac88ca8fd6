/** A number that never breaks over two lines, and is read out sign by sign. */
export function ReportNumber({ number }: { number: string }) {
  const [type, year, ...rest] = number.split('-');
  const spoken = [type, year, ...rest.join('')].join(' ');
  return (
    <span class="report-number">
      <span aria-hidden="true">{number}</span>
      <span class="unseen">{spoken}</span>
    </span>
  );
}
