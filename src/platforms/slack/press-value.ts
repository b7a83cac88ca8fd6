import { readSentPress } from '../../cards/read-sent-press.ts';
import type { Press } from '../../domain/view.ts';

/** A press as the value of a button or of an option: ids alone. */
export function pressValue(press: Press): string {
  const { action, value, turn, report } = press;
  return JSON.stringify({ action, value, turn, report });
}

/** null for what no button of ours carries. */
export function readPressValue(text: string): Press | null {
  try {
    return readSentPress(JSON.parse(text));
  } catch {
    return null;
  }
}
