import { phrase } from '../phrase.ts';
import { button, type Button } from '../view.ts';

/** Opens a list of whoever presses it: everybody sees there what they may see. */
export function listButton(list: 'overdue' | 'tasks'): Button {
  return button({ action: list }, phrase('btn.list'));
}
