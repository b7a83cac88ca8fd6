import { useEffect } from 'preact/hooks';
import { useSay } from '../say.ts';

const RETRY_MS = 3000;

/** Before anybody is signed in: it is being loaded, or the server is not there and is asked again. */
export function Starting({ failed, retry }: { failed: boolean; retry: () => void }) {
  const say = useSay();
  const title = say('page.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!failed) return;
    const timer = setInterval(retry, RETRY_MS);
    return () => clearInterval(timer);
  }, [failed]);

  return (
    <main class="blank blank-page">
      <h1 class="brand">{title}</h1>
      <p role={failed ? 'alert' : 'status'}>{say(failed ? 'page.failed' : 'page.loading')}</p>
      {failed && (
        <button type="button" onClick={retry}>
          {say('page.retry')}
        </button>
      )}
    </main>
  );
}
