import { useId } from 'preact/hooks';
import type { ReportList as ListName, ReportRow as Row } from '../../api-reports.ts';
import { useTimes } from '../parts/times.ts';
import { useSay } from '../say.ts';
import { countText } from '../shell/badge.tsx';
import { reportHref } from '../shell/routes.ts';
import type { Asked } from './asked.ts';
import { ReportRow } from './report-row.tsx';
import { taskGroups } from './task-groups.ts';
import type { TaskGroup } from './task-groups.ts';

const GROUP_WORDS: Readonly<Record<TaskGroup['name'], string>> = {
  overdue: 'term.overdue',
  today: 'btn.today',
  later: 'page.later',
};

export interface ReportListProps {
  list: ListName;
  rows: readonly Row[];
  /** The server has more of them. */
  goesOn: boolean;
  chosen: string | null;
  asked: Asked;
}

/** Rows as links, what has to be done first in groups of its own. */
export function ReportList({ list, rows, goesOn, chosen, asked }: ReportListProps) {
  const say = useSay();
  const times = useTimes();
  if (list !== 'tasks') return <RowList list={list} rows={rows} chosen={chosen} asked={asked} label={null} />;
  const today = times.day(new Date().toISOString());
  const groups = taskGroups(rows, (at) => times.day(at) === today);
  return (
    <>
      {groups.map((group) => (
        <RowGroup
          key={group.name}
          title={say(GROUP_WORDS[group.name])}
          list={list}
          rows={group.rows}
          goesOn={goesOn && group === groups.at(-1)}
          chosen={chosen}
          asked={asked}
        />
      ))}
    </>
  );
}

function RowGroup({ title, goesOn, ...list }: ReportListProps & { title: string }) {
  const say = useSay();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 class="row-group" id={heading}>
        {title}
        <span class="row-count">{say('page.count', { count: countText(list.rows.length, goesOn) })}</span>
      </h2>
      <RowList {...list} label={heading} />
    </section>
  );
}

function RowList({
  list,
  rows,
  chosen,
  asked,
  label,
}: Omit<ReportListProps, 'goesOn'> & { label: string | null }) {
  return (
    <ul class="rows" aria-labelledby={label ?? undefined}>
      {rows.map((row) => (
        <ReportRow
          key={row.number}
          row={row}
          href={reportHref(list, row.number, asked)}
          chosen={row.number === chosen}
        />
      ))}
    </ul>
  );
}
