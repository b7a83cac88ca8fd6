import { ChoiceSetInput, DateInput } from 'adaptivecards';
import type { AdaptiveCard } from 'adaptivecards';
import type { FormDraft } from '../live/form-drafts.ts';
import type { Say } from '../say.ts';
import { makeCombobox } from './combobox.ts';
import { readControls, writeControls } from './control-values.ts';
import { addDateShortcuts } from './date-shortcuts.ts';
import { controlsOf, groupControls, labelOf } from './group-controls.ts';
import { prepareScreens } from './screens.ts';

export interface FormSetting {
  say: Say;
  /** YYYY-MM-DD, by the clock that the organisation works by. */
  today: string;
  draft: FormDraft;
}

/** Makes a rendered form one that people fill in here; returns what it showed before anybody typed. */
export function prepareForm(
  card: AdaptiveCard,
  { say, today, draft }: FormSetting,
): Readonly<Record<string, string>> {
  groupControls(card);
  prepareScreens(card);
  const shown = readControls(card);
  for (const input of card.getAllInputs()) {
    const box = controlsOf(input)[0];
    if (!(box instanceof HTMLInputElement)) continue;
    const label = labelOf(input);
    if (input instanceof DateInput && !input.getCustomProperty('ahead'))
      addDateShortcuts(box, label?.textContent ?? '', today, say);
    if (input instanceof ChoiceSetInput && input.style === 'filtered') {
      if (label) box.setAttribute('aria-labelledby', label.id);
      makeCombobox(box, choicesOf(input), say);
    }
  }
  writeControls(card, draft.over(shown));
  return shown;
}

function choicesOf(input: ChoiceSetInput) {
  return input.choices.map((choice) => ({
    title: choice.title ?? '',
    value: choice.value ?? '',
    group: choice.getCustomProperty('group') as string | undefined,
  }));
}
