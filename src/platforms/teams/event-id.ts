import type { Activity } from './read-activity.ts';

/**
 * Ids of activities are unique within their conversation: the same one delivered twice is one event. A message that is
 * changed keeps its id, and every change is an event of its own.
 */
export function eventIdOf({ conversation, id, type, timestamp }: Activity): string {
  const event = `${conversation.id}:${id}`;
  if (type === 'messageDelete') return `${event}:deleted`;
  if (type !== 'messageUpdate') return event;
  return `${event}:${timestamp instanceof Date ? timestamp.toISOString() : (timestamp ?? '')}`;
}
