/**
 * What Teams takes, in one table. Sizes in bytes of UTF-8, times in milliseconds, widths in pixels. The message as a
 * whole may have 100 KB in UTF-16 and a card 28 KB of JSON; paces are those of one conversation.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const LIMITS = {
  cardBytes: 28 * 1024,
  /** Of a form, with room for what stands around it in the answer that brings it. */
  formBytes: 27 * 1024,
  /** Of an action set: buttons after the sixth are behind 「…」, and those for which a chat has no room are cut. */
  row: { buttons: 6, width: 416 },
  /** Characters of a button's title before clients cut it. */
  buttonTitle: 40,
  /** Results of one search, as Teams asks for them at most. */
  searchResults: 25,
  /** Of a turn: Teams waits 15 s, and people a lot less. */
  turnMs: 2_000,
  /** At most so many messages within so long. */
  paces: [
    { messages: 7, withinMs: 1_000 },
    { messages: 8, withinMs: 2_000 },
    { messages: 60, withinMs: 30_000 },
    { messages: 1_800, withinMs: 3_600_000 },
  ],
} as const;
