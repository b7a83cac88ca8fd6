import { useSay } from '../say.ts';
import { CONVERSATION, listHref } from './routes.ts';
import { ViewHead } from './view-head.tsx';

/** An address that leads nowhere, or no longer does for this person. */
export function UnknownView() {
  const say = useSay();
  return (
    <main class="view">
      <ViewHead title={say('page.unknown')} />
      <div class="blank">
        <p>{say('page.unknown.why')}</p>
        <p class="blank-ways">
          <a class="button" href={CONVERSATION}>
            {say('page.talk')}
          </a>
          <a class="button" href={listHref('mine')}>
            {say('btn.mine')}
          </a>
        </p>
      </div>
    </main>
  );
}
