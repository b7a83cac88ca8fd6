import { z } from 'zod';
import { NO_CHOICE } from './choice-options.ts';
import { readControlBlockId } from './control-block.ts';

/** What Slack says of one control; each kind says it in a member of its own. */
const control = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

/** `state.values`: by block, then by control. */
export const stateValues = z.record(z.string(), z.record(z.string(), control));
export type StateValues = z.infer<typeof stateValues>;

/** What the controls hold, by their id, as `readCardInputs` takes it; what is not ours is left out. */
export function readState(values: StateValues): Record<string, string> {
  const parts = Object.entries(values).flatMap(([blockId, controls]) => {
    const block = readControlBlockId(blockId);
    const held = Object.values(controls)[0];
    return block && held ? [{ ...block, text: textOf(held) }] : [];
  });
  const texts = new Map<string, string>();
  for (const { control: id, text } of parts.sort((one, other) => one.part - other.part))
    texts.set(id, `${texts.get(id) ?? ''}${text}`);
  return Object.fromEntries(texts);
}

function textOf({ value, selected_date, selected_time, selected_option }: z.infer<typeof control>): string {
  const picked = selected_option?.value === NO_CHOICE ? '' : selected_option?.value;
  return value ?? selected_date ?? selected_time ?? picked ?? '';
}
