import { useSay } from '../say.ts';
import { countText } from '../shell/badge.tsx';
import { Icon } from '../shell/icon.tsx';
import type { Column } from './board-columns.ts';

export interface ColumnSwitchProps {
  columns: readonly Column[];
  shown: string;
  counts: Readonly<Record<string, number>>;
  show: (column: string) => void;
}

/** Where there is room for one column: which one, and the ones before and after it. */
export function ColumnSwitch({ columns, shown, counts, show }: ColumnSwitchProps) {
  const say = useSay();
  const at = columns.findIndex(({ id }) => id === shown);
  const step = (steps: number, words: string, icon: 'back' | 'forth') => {
    const next = columns[at + steps];
    return (
      <button
        type="button"
        class="bare"
        aria-label={say(words)}
        disabled={!next}
        onClick={() => next && show(next.id)}
      >
        <Icon name={icon} />
      </button>
    );
  };
  return (
    <div class="column-switch">
      {step(-1, 'board.before', 'back')}
      <select
        aria-label={say('board.column')}
        value={shown}
        onChange={(event) => show(event.currentTarget.value)}
      >
        {columns.map(({ id, words }) => {
          const count = counts[id];
          const name = say(words);
          return (
            <option key={id} value={id}>
              {count === undefined ? name : say('board.column_n', { name, count: countText(count) })}
            </option>
          );
        })}
      </select>
      {step(1, 'board.after', 'forth')}
    </div>
  );
}
