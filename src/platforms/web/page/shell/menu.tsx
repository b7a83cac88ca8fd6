import { useSay } from '../say.ts';
import { RailButton } from './rail-item.tsx';
import { Rail } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { Sheet } from './sheet.tsx';

export interface MenuProps extends RailProps {
  openTour: () => void;
  close: () => void;
}

/** The rail where there is no room for it; it closes once something in it was chosen. */
export function Menu({ openTour, close, ...rail }: MenuProps) {
  const say = useSay();
  const closeAfter = (event: Event) => {
    const chosen = event.target instanceof Element && event.target.closest('a, button');
    if (chosen) close();
  };
  return (
    <Sheet title={say('page.menu')} look="menu" close={close}>
      <nav class="rail" aria-label={say('page.menu')} onClickCapture={closeAfter}>
        <Rail {...rail} />
        <ul class="rail-list">
          <RailButton icon="tour" run={openTour}>
            {say('page.tour')}
          </RailButton>
        </ul>
      </nav>
    </Sheet>
  );
}
