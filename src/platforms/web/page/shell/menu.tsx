import { useSay } from '../say.ts';
import { Rail } from './rail.tsx';
import type { RailProps } from './rail.tsx';
import { Sheet } from './sheet.tsx';

/** The rail where there is no room for it; it closes once something in it was chosen. */
export function Menu({ close, ...rail }: RailProps & { close: () => void }) {
  const say = useSay();
  const closeAfter = (event: Event) => {
    const chosen = event.target instanceof Element && event.target.closest('a, button');
    if (chosen) close();
  };
  return (
    <Sheet title={say('page.menu')} look="menu" close={close}>
      <nav class="rail" aria-label={say('page.menu')} onClickCapture={closeAfter}>
        <Rail {...rail} />
      </nav>
    </Sheet>
  );
}
