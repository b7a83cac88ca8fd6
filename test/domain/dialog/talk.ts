import { expect } from 'vitest';
import { advance } from '../../../src/domain/dialog/advance.ts';
import { newConversation, type Conversation, type Draft } from '../../../src/domain/dialog/conversation.ts';
import type { DialogEvent, Effect, Said } from '../../../src/domain/dialog/dialog-event.ts';
import type { DialogRules } from '../../../src/domain/dialog/dialog-rules.ts';
import type { Button, Press } from '../../../src/domain/view.ts';
import { flawsOf } from './is-valid.ts';

/** A conversation told step by step, held to be valid after each of them. */
export interface Talk {
  state: Conversation;
  effects: Effect[];
  rules: DialogRules;
  hear: (event: DialogEvent) => void;
  say: (said: Said) => void;
  /** Presses a button that is on offer. */
  press: (action: string, value?: string) => void;
  /** Presses whatever is handed in, on offer or not. */
  forge: (press: Press) => void;
  /** Keys of everything said last, line by line. */
  lines: () => string[];
  buttons: () => Button[];
  /** `action` or `action value` of the buttons on offer. */
  offers: () => string[];
  filed: () => readonly Draft[];
}

export function talk(rules: DialogRules, state: Conversation = newConversation()): Talk {
  const views = () => told.effects.flatMap((effect) => (effect.kind === 'say' ? [effect.view] : []));
  const told: Talk = {
    state,
    effects: [],
    rules,
    hear(event) {
      const { state: next, effects } = advance(told.rules, told.state, event);
      told.state = JSON.parse(JSON.stringify(next)) as Conversation;
      told.effects = effects;
      expect(flawsOf(told.rules, next)).toEqual([]);
      expect(effects).not.toEqual([]);
    },
    say: (said) => told.hear(said),
    press(action, value) {
      const found = told
        .buttons()
        .find(({ press }) => press.action === action && (value ?? press.value) === press.value);
      if (!found) throw new Error(`no button ${action} among ${told.offers().join(', ')}`);
      told.forge(found.press);
    },
    forge: (press) => told.hear({ kind: 'pressed', id: 'press', press }),
    lines: () => views().flatMap((view) => view.lines.map(({ name, text }) => (name ?? text).key)),
    buttons: () => views().flatMap((view) => view.buttons),
    offers: () =>
      told
        .buttons()
        .map(({ press: { action, value } }) => (value === undefined ? action : `${action} ${value}`)),
    filed: () => told.effects.flatMap((effect) => (effect.kind === 'file' ? effect.drafts : [])),
  };
  return told;
}
