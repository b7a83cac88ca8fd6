import { useSay } from '../say.ts';

/** What stands in place of messages while there are none to show. */
export function PlaceState({ failed }: { failed: boolean }) {
  const say = useSay();
  return (
    <div class="place-state" role="status">
      {failed ? (
        <p>{say('page.place_failed')}</p>
      ) : (
        <>
          <span class="unseen">{say('page.loading')}</span>
          <div class="ghost-message" aria-hidden="true" />
          <div class="ghost-message ghost-mine" aria-hidden="true" />
          <div class="ghost-message" aria-hidden="true" />
        </>
      )}
    </div>
  );
}
