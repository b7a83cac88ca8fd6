import { phrase, type Phrase } from '../phrase.ts';
import type { ActForm } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';

/** Words that reach the reporter as they stand, and nothing else. */
export function wordsForm(title: Phrase, label: Phrase): ActForm {
  return {
    title,
    lines: [],
    inputs: [textInput({ id: 'text', label })],
    preview: (answers) => [
      phrase('update.preview'),
      phrase('act.ask.preview', { text: textIn(answers, 'text') }),
    ],
  };
}
