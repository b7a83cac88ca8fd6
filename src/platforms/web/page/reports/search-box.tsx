import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { useSay } from '../say.ts';

/** Somebody who types on is not interrupted. */
const PAUSE_MS = 300;

/** A number or words; it searches after a pause, and at once with Enter. */
export function SearchBox({ words, search }: { words: string; search: (words: string) => void }) {
  const say = useSay();
  const [text, setText] = useState(words);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  // After the pause somebody may be elsewhere in the view: the search is as it is then.
  const latest = useRef(search);
  latest.current = search;
  const searchAfter = (next: string, pauseMs: number) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => latest.current(next.trim()), pauseMs);
  };
  useEffect(() => setText((now) => (now.trim() === words ? now : words)), [words]);
  useEffect(() => () => clearTimeout(pause.current), []);

  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchAfter(text, 0);
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        aria-label={say('page.search')}
        placeholder={say('page.search')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          searchAfter(event.currentTarget.value, PAUSE_MS);
        }}
      />
    </form>
  );
}
