import { controlIds, type InputValues } from '../../cards/input-values.ts';
import type { Input } from '../../domain/view.ts';

/**
 * What a block holds: a control of an input. A text that is longer than one box of Slack's stands in several, in parts
 * from 0. `edition` is the rendering: Slack keeps what was typed into a block as long as its id stays, and shows the
 * new value of a new edition.
 */
export interface ControlBlock {
  control: string;
  part: number;
  edition: string;
}

/** What every control of ours is called to Slack, inside its block. */
export const CONTROL_ACTION = 'control';

const PREFIX = 'in';

export function controlBlockId({ control, part, edition }: ControlBlock): string {
  return [PREFIX, encodeURIComponent(control), part, encodeURIComponent(edition)].join(':');
}

/** null for a block that holds no control of ours. */
export function readControlBlockId(id: string): ControlBlock | null {
  const [prefix, control, part, edition, ...more] = id.split(':');
  if (prefix !== PREFIX || !control || !part || edition === undefined || more.length > 0) return null;
  if (!/^\d{1,3}$/u.test(part)) return null;
  try {
    return { control: decodeURIComponent(control), part: Number(part), edition: decodeURIComponent(edition) };
  } catch {
    return null;
  }
}

/** The control beside which an error of the input stands: where it is written or picked, else the ready answers. */
export function errorControl(input: Input): string {
  const ids: Record<keyof InputValues, string> = controlIds(input);
  return input.kind === 'choice' ? ids.ready : ids.entry;
}
