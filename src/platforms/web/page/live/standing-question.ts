import type { Message } from '../../api.ts';

/**
 * The message whose buttons still answer a question: the newest that belongs to a turn, unless the person has spoken
 * since. Whatever they said, the question is put again or is done with.
 */
export function standingQuestion(messages: readonly Message[]): Message | null {
  const index = messages.findLastIndex(({ turn }) => turn !== null);
  const spokenSince = messages.slice(index + 1).some(({ author }) => author.kind === 'person' && author.me);
  return spokenSince ? null : (messages[index] ?? null);
}
