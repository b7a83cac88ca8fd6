import type { ReportRow as Row } from '../../api-reports.ts';
import { useSay } from '../say.ts';
import { ReportNumber } from './report-number.tsx';

/** Carried by the link to a report in a list. */
export const REPORT_LINK = 'data-report';

export interface ReportRowProps {
  row: Row;
  href: string;
  chosen: boolean;
}

/** One line of a list: what it is, how it stands, what comes next. */
export function ReportRow({ row, href, chosen }: ReportRowProps) {
  const say = useSay();
  return (
    <li>
      <a
        class="row"
        href={href}
        {...{ [REPORT_LINK]: row.number }}
        aria-current={chosen ? 'true' : undefined}
      >
        <span class="row-title">
          {row.drill && <span class="mark">{say('term.drill')}</span>}
          {row.overdue && <span class="mark mark-alert">{say('term.overdue')}</span>}
          {row.serious && row.severity !== null && <span class="row-severity">{row.severity}</span>}
          {row.title}
        </span>
        <span class="row-number">
          <ReportNumber number={row.number} />
        </span>
        <span class="row-state">{row.state}</span>
        <span class="row-who">{row.holder === null ? row.unit : `${row.unit}　${row.holder}`}</span>
        <span class="row-next">{row.next}</span>
      </a>
    </li>
  );
}
