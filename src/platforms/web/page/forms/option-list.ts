import type { Choice } from '../../api.ts';
import type { Say } from '../say.ts';

/** The list below a combobox. */
export interface OptionList {
  id: string;
  element: HTMLElement;
  isOpen(): boolean;
  /** Shows these, the one of that name first in the arrows' way. */
  show(choices: readonly Choice[], title: string): void;
  hide(): void;
  move(steps: number): void;
  active(): Choice | null;
  activeId(): string | null;
}

let lists = 0;

export function optionList(say: Say, taken: (choice: Choice) => void): OptionList {
  lists += 1;
  const id = `options-${lists}`;
  const element = made('div', 'options');
  const listbox = made('div', 'options-list');
  listbox.id = id;
  listbox.setAttribute('role', 'listbox');
  listbox.setAttribute('aria-label', say('page.unit_list'));
  const count = made('p', 'options-count');
  count.setAttribute('role', 'status');
  element.append(listbox, count);

  let shown: readonly Choice[] = [];
  let options: readonly HTMLElement[] = [];
  let active = -1;

  function point(index: number): void {
    options[active]?.removeAttribute('aria-selected');
    active = index;
    options[active]?.setAttribute('aria-selected', 'true');
    options[active]?.scrollIntoView({ block: 'nearest' });
  }

  return {
    id,
    element,
    isOpen: () => !listbox.hidden,
    show: (choices, title) => {
      shown = choices;
      const rendered = render(id, choices);
      options = rendered.options;
      listbox.replaceChildren(...rendered.groups);
      listbox.hidden = choices.length === 0;
      count.hidden = false;
      count.textContent = say('page.units_found', { n: choices.length });
      active = -1;
      const known = choices.findIndex((choice) => choice.title === title);
      point(known >= 0 || choices.length === 0 || title === '' ? known : 0);
      options.forEach((option, index) => {
        // The box keeps the focus.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choices[index] && taken(choices[index]));
      });
    },
    hide: () => {
      listbox.hidden = true;
      count.hidden = true;
      active = -1;
    },
    move: (steps) => {
      if (options.length > 0) point((active + steps + options.length) % options.length);
    },
    active: () => shown[active] ?? null,
    activeId: () => options[active]?.id ?? null,
  };
}

function render(id: string, choices: readonly Choice[]): { groups: HTMLElement[]; options: HTMLElement[] } {
  const groups: HTMLElement[] = [];
  const options = choices.map((choice, index) => {
    const before = choices[index - 1];
    const group = groups.at(-1);
    const inGroup =
      before && group && before.group === choice.group ? group : groupFor(choice, `${id}-group-${index}`);
    if (inGroup !== group) groups.push(inGroup);
    const option = made('div', 'option');
    option.id = `${id}-${index}`;
    option.setAttribute('role', 'option');
    option.textContent = choice.title;
    inGroup.append(option);
    return option;
  });
  return { groups, options };
}

function groupFor({ group }: Choice, id: string): HTMLElement {
  const element = made('div', 'option-group');
  element.setAttribute('role', 'group');
  if (group === undefined) return element;
  const heading = made('div', 'option-heading');
  heading.id = id;
  heading.setAttribute('role', 'presentation');
  heading.textContent = group;
  element.setAttribute('aria-labelledby', id);
  element.append(heading);
  return element;
}

function made(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
