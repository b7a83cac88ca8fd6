import type { Choice } from '../../api.ts';
import type { Say } from '../say.ts';
import { matchingUnits } from '../../../../domain/match-units.ts';
import { optionList } from './option-list.ts';
import type { OptionList } from './option-list.ts';

/**
 * Makes a box that takes one of many names searchable, after the ARIA pattern of an editable combobox with a list: one
 * types a part, arrows choose, Enter takes, Esc closes the list and nothing else. What fits no name stays as typed.
 */
export function makeCombobox(box: HTMLInputElement, choices: readonly Choice[], say: Say): void {
  const list = optionList(say, (choice) => take(choice));
  dress(box, list, say);

  const open = (shown: readonly Choice[]) => {
    list.show(shown, box.value);
    box.setAttribute('aria-expanded', 'true');
    point(box, list);
  };
  const close = () => {
    list.hide();
    box.setAttribute('aria-expanded', 'false');
    point(box, list);
  };
  const take = ({ title }: Choice) => {
    box.value = title;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    close();
  };
  const move = (steps: number) => {
    if (list.isOpen()) list.move(steps);
    else open(choices);
    point(box, list);
    return true;
  };
  /** Whether the key meant the list. */
  const handle = (key: string): boolean => {
    if (key === 'ArrowDown') return move(1);
    if (key === 'ArrowUp') return move(-1);
    if (!list.isOpen()) return false;
    const active = list.active();
    if (key === 'Enter' && active) take(active);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };

  close();
  box.addEventListener('input', (event) => event.isTrusted && open(matchingUnits(choices, box.value)));
  box.addEventListener('click', () => (list.isOpen() ? close() : open(choices)));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || !handle(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener('blur', () => {
    const [only, ...others] = matchingUnits(choices, box.value);
    if (list.isOpen() && box.value !== '' && only && others.length === 0) take(only);
    close();
  });
}

function dress(box: HTMLInputElement, list: OptionList, say: Say): void {
  box.removeAttribute('list');
  box.autocomplete = 'off';
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.placeholder = say('page.unit_search');
  box.after(list.element);
}

function point(box: HTMLInputElement, list: OptionList): void {
  const id = list.activeId();
  if (id === null) box.removeAttribute('aria-activedescendant');
  else box.setAttribute('aria-activedescendant', id);
}
