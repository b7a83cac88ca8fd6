import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from '../../api.ts';
import { makeCombobox } from '../forms/combobox.ts';
import { useSay } from '../say.ts';

export interface UnitBoxProps {
  id: string;
  value: string;
  choices: readonly Choice[];
  /** An id, or '' for all. */
  choose: (value: string) => void;
}

/** One of many names, found by a part of it or by how it sounds; empty for all of them. */
export function UnitBox({ id, value, choices, choose }: UnitBoxProps) {
  const say = useSay();
  const box = useRef<HTMLInputElement>(null);
  const title = choices.find((choice) => choice.value === value)?.title ?? value;

  useLayoutEffect(() => {
    if (box.current) makeCombobox(box.current, choices, say);
  }, []);
  useLayoutEffect(() => {
    if (box.current) box.current.value = title;
  }, [title]);

  const read = (text: string) => {
    if (text === '') choose('');
    const named = choices.find((choice) => choice.title === text);
    if (named) choose(named.value);
  };
  return (
    <div class="unit-box">
      <input
        id={id}
        ref={box}
        onInput={(event) => read(event.currentTarget.value)}
        // What fits no name was not chosen.
        onBlur={(event) => (event.currentTarget.value = title)}
      />
    </div>
  );
}
