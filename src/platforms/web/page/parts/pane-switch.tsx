import { useSay } from '../say.ts';

export type Pane = 'conversation' | 'channels';

const PANES: { pane: Pane; words: string }[] = [
  { pane: 'conversation', words: 'page.conversation' },
  { pane: 'channels', words: 'page.channels' },
];

/** Shown only where both do not fit beside each other. */
export function PaneSwitch({ pane, show }: { pane: Pane; show: (pane: Pane) => void }) {
  const say = useSay();
  return (
    <div class="pane-switch" role="group">
      {PANES.map((one) => (
        <button type="button" key={one.pane} aria-pressed={one.pane === pane} onClick={() => show(one.pane)}>
          {say(one.words)}
        </button>
      ))}
    </div>
  );
}
