/** Why a payload of Slack's is not worked on. Neither is the person's to mend. */
export type PayloadProblem =
  /** It comes from nothing that is rendered here: another app's block, or one of a version long gone. */
  | { kind: 'not_ours' }
  /** It is no payload of this kind at all. */
  | { kind: 'unreadable'; at: string };
