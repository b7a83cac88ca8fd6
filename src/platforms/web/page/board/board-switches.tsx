import { useId } from 'preact/hooks';
import type { Choice } from '../../api.ts';
import type { Asked } from '../reports/asked.ts';
import { useSay } from '../say.ts';
import { BOARD_WAYS } from './board-columns.ts';
import type { BoardWay } from './board-columns.ts';

export interface BoardSwitchesProps {
  asked: Asked;
  unit: string;
  boards: readonly Choice[];
  way: BoardWay;
  ask: (asked: Asked) => void;
}

/** Whose board it is, and what its columns are. */
export function BoardSwitches({ asked, unit, boards, way, ask }: BoardSwitchesProps) {
  const say = useSay();
  const name = useId();
  return (
    <div class="board-switches">
      <select
        aria-label={say('board.unit')}
        value={unit}
        onChange={(event) => ask({ ...asked, board: event.currentTarget.value })}
      >
        {boards.map((board) => (
          <option key={board.value} value={board.value}>
            {board.title}
          </option>
        ))}
      </select>
      <fieldset class="ways">
        <legend class="unseen">{say('board.by')}</legend>
        {BOARD_WAYS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === way}
              onChange={() => ask({ ...asked, by: one, column: undefined })}
            />
            <span>{say(`board.by.${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
