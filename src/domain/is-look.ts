/** Buttons that show something of a report to whoever presses them, in their own conversation, and change nothing. */
const LOOKS = ['details', 'status', 'why_due', 'why_route'] as const;
export type Look = (typeof LOOKS)[number];

export function isLook(action: string): action is Look {
  return LOOKS.some((look) => look === action);
}
