import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { useSay } from '../say.ts';

/** Somebody who types on is not interrupted. */
const PAUSE_MS = 300;

/** A number or words; it searches after a pause, and at once with Enter or when it is left. */
export function SearchBox({ words, search }: { words: string; search: (words: string) => void }) {
  const say = useSay();
  const [text, setText] = useState(words);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  // After the pause somebody may be elsewhere in the view: the search is as it is then.
  const latest = useRef(search);
  latest.current = search;
  const searchNow = (next: string) => {
    clearTimeout(pause.current);
    pause.current = undefined;
    latest.current(next.trim());
  };
  useEffect(() => setText((now) => (now.trim() === words ? now : words)), [words]);
  useEffect(() => () => clearTimeout(pause.current), []);

  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchNow(text);
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        aria-label={say('page.search')}
        placeholder={say('page.search')}
        value={text}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => searchNow(next), PAUSE_MS);
        }}
        // Whoever goes on to a report takes with them what they searched for.
        onBlur={() => pause.current !== undefined && searchNow(text)}
      />
    </form>
  );
}
