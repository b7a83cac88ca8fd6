import { useId } from 'preact/hooks';

export interface ChoiceProps<Value extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: Value; label: string; lang?: string }[];
  chosen: Value;
  choose: (value: Value) => void;
}

/** One of a few: radio buttons under a name of their own. */
export function Choice<Value extends string>({ legend, hint, options, chosen, choose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="choice-hint">{hint}</p>}
      <div class="choice-options">
        {options.map(({ value, label, lang }) => (
          <label key={value}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
            <span lang={lang}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
