import { useSay } from '../say.ts';
import { Badge, countText } from './badge.tsx';
import { Icon } from './icon.tsx';
import { CONVERSATION } from './routes.ts';

/** One row where there is no room for the rail; what is unread anywhere stands on the menu. */
export function NarrowHead({ unread, openMenu }: { unread: number; openMenu: () => void }) {
  const say = useSay();
  const count = countText(unread);
  return (
    <header class="narrow-head">
      <a class="brand" href={CONVERSATION}>
        {say('page.title')}
      </a>
      <button type="button" class="bare" aria-haspopup="dialog" onClick={openMenu}>
        <Icon name="menu" />
        {say('page.menu')}
        {unread > 0 && <Badge text={count} label={say('page.unread', { count })} look="calm" />}
      </button>
    </header>
  );
}
