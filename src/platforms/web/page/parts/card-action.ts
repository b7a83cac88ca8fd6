import type { Press } from '../../../../domain/view.ts';

/** What a button of a card sends: its press, and what stands in the card's inputs when it takes them along. */
export interface CardAction {
  press: Press;
  values: Readonly<Record<string, string>> | null;
}
