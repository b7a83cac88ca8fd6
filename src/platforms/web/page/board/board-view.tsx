import { useCallback, useId, useRef, useState } from 'preact/hooks';
import type { ReportChoices } from '../../api-reports.ts';
import type { Choice } from '../../api.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { NARROW, useMedia } from '../live/use-media.ts';
import type { NarrowedViewProps } from '../reports/list-view.tsx';
import type { Asked } from '../reports/asked.ts';
import { SearchBox } from '../reports/search-box.tsx';
import { useSay } from '../say.ts';
import { ViewHead } from '../shell/view-head.tsx';
import { BoardColumn } from './board-column.tsx';
import { columnsOf, wayOf, type BoardWay } from './board-columns.ts';
import { BoardSwitches } from './board-switches.tsx';
import { ColumnSwitch } from './column-switch.tsx';
import { moveOnBoard } from './move-on-board.ts';

/** What a department has, in columns: by state, by date or by severity. */
export function BoardView({ asked, chosen, choices, changes, ask, search }: NarrowedViewProps) {
  const say = useSay();
  const narrow = useMedia(NARROW);
  const hint = useId();
  const board = useRef<HTMLDivElement>(null);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const { way, unit, boards } = boardOf(asked, choices);
  const columns = columnsOf(way);
  const shown = columns.find(({ id }) => id === asked.column) ?? columns[0];
  const told = useCallback(
    (column: string, count: number) => setCounts((now) => ({ ...now, [column]: count })),
    [],
  );
  if (choices && unit === null) return <NoBoard />;
  const query = { ...asked, list: 'board' as const, board: unit ?? '', by: way, column: undefined };

  return (
    <main class={chosen === null ? 'view view-board' : 'view view-board view-behind'}>
      <ViewHead title={say('page.board')}>
        <BoardSwitches {...{ asked, way, ask }} unit={unit ?? ''} boards={boards} />
        <SearchBox words={asked.words ?? ''} search={search} />
      </ViewHead>
      <FilterBar {...{ asked, choices, ask, query }} total={null} />
      {narrow && shown && (
        <ColumnSwitch
          columns={columns}
          shown={shown.id}
          counts={counts}
          show={(column) => ask({ ...asked, column })}
        />
      )}
      <p id={hint} class={narrow ? 'unseen' : 'board-hint'}>
        {say('board.keys')}
      </p>
      <div
        class="board"
        ref={board}
        onKeyDown={(event) => board.current && moveOnBoard(board.current, event)}
      >
        {unit !== null &&
          columns.map((column) => (
            <BoardColumn
              key={`${way} ${column.id}`}
              column={column}
              query={{ ...query, column: column.id }}
              hint={hint}
              hidden={narrow && column.id !== shown?.id}
              {...{ asked, chosen, changes, told }}
            />
          ))}
      </div>
    </main>
  );
}

/** Whose board and by what: as the address says, else the person's own by state; null while that is not known. */
function boardOf(
  asked: Asked,
  choices: ReportChoices | null,
): { way: BoardWay; unit: string | null; boards: readonly Choice[] } {
  const boards = choices?.boards ?? [];
  return { way: wayOf(asked), unit: asked.board ?? boards[0]?.value ?? null, boards };
}

/** For who handles nothing. */
function NoBoard() {
  const say = useSay();
  return (
    <main class="view">
      <ViewHead title={say('page.board')} />
      <div class="blank">
        <p>{say('board.none')}</p>
      </div>
    </main>
  );
}
