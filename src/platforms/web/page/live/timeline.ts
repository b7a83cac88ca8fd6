import type { Message, MessagePage } from '../../api.ts';

/** What is known of a place: a stretch of messages without gaps up to now, oldest first. */
export interface Timeline {
  messages: readonly Message[];
  /** Everything up to this revision has been read. */
  revision: number;
  /** There are older messages than the first one here. */
  more: boolean;
}

export function begin(page: MessagePage): Timeline {
  return { messages: page.messages, revision: page.revision, more: page.more };
}

export function addOlder(timeline: Timeline, page: MessagePage): Timeline {
  const known = new Set(timeline.messages.map((message) => message.id));
  const older = page.messages.filter((message) => !known.has(message.id));
  return { ...timeline, messages: [...older, ...timeline.messages], more: page.more };
}

/** New messages are placed, changed ones replaced; what was read already changes nothing. */
export function addChanges(timeline: Timeline, page: MessagePage): Timeline {
  const messages = page.messages.reduce(
    (list, message) => place(list, message, timeline.more),
    timeline.messages,
  );
  return { ...timeline, messages, revision: Math.max(timeline.revision, page.revision) };
}

function place(list: readonly Message[], message: Message, more: boolean): readonly Message[] {
  const index = list.findIndex((one) => one.id === message.id);
  const known = list[index];
  if (known) return known.revision >= message.revision ? list : list.with(index, message);
  // Older than the stretch: it comes, as it is now, when its page is asked for.
  const oldest = list[0];
  if (more && oldest && message.at < oldest.at) return list;
  const after = list.findLastIndex((one) => one.at <= message.at);
  return list.toSpliced(after + 1, 0, message);
}
