import type { ReportRow } from '../../api-reports.ts';
import { REPORT_LINK } from '../reports/report-row.tsx';
import { ReportNumber } from '../reports/report-number.tsx';
import { useSay } from '../say.ts';
import { BOARD_CARD } from './move-on-board.ts';

export interface BoardCardProps {
  row: ReportRow;
  href: string;
  chosen: boolean;
  /** Where Tab stops in its column. */
  stop: boolean;
}

/** A report as a card: what it is, how severe, where from, whose, and what is due. */
export function BoardCard({ row, href, chosen, stop }: BoardCardProps) {
  const say = useSay();
  return (
    <li>
      <a
        class={BOARD_CARD}
        href={href}
        tabIndex={stop ? 0 : -1}
        aria-current={chosen ? 'true' : undefined}
        {...{ [REPORT_LINK]: row.number }}
      >
        <span class="bcard-head">
          <ReportNumber number={row.number} />
          {row.level !== null && (
            <span class={row.serious ? 'bcard-level bcard-serious' : 'bcard-level'}>{row.level}</span>
          )}
        </span>
        <span class="bcard-title">
          {row.drill && <span class="mark">{say('term.drill')}</span>}
          {row.title}
        </span>
        <span class="bcard-office">{row.office}</span>
        <span class="bcard-who">
          {row.holder === null ? say('card.holder_none') : say('card.holder', { person: row.holder })}
        </span>
        {row.next !== null && (
          <span class={row.overdue ? 'bcard-due bcard-late' : 'bcard-due'}>{row.next}</span>
        )}
      </a>
    </li>
  );
}
