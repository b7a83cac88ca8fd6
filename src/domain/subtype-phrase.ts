import type { Answers } from './answers.ts';
import { phrase, type Phrase } from './phrase.ts';

/** What follows the type in a title: the kind of a voice, the subtype of everything else. */
export function subtypePhrase(matter: { type: string; subtype: string; answers: Answers }): Phrase {
  const kind = matter.type === 'customer_voice' ? matter.answers['voice_kind'] : undefined;
  if (kind?.kind === 'choice') return phrase(`field.customer_voice.voice_kind.option.${kind.choice}`);
  return phrase(`subtype.${matter.type}.${matter.subtype}`);
}
