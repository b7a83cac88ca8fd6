import { useSay } from '../say.ts';
import { focusHeading } from './use-arrival.ts';

/** The address after the # belongs to the routes, so the link moves the focus itself. */
export function SkipLink() {
  const say = useSay();
  const skip = (event: Event) => {
    event.preventDefault();
    focusHeading();
  };
  return (
    <a class="skip" href={location.hash || '#/'} onClick={skip}>
      {say('page.skip')}
    </a>
  );
}
