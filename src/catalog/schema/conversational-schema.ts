import { z } from 'zod';

/** What is not a report: recognised as a label of the models, or as a word that steers the conversation. */
export const CONVERSATIONAL_INTENTS = ['status', 'help', 'cancel', 'other'] as const;

/** intents/<conversational intent>.yaml: it files nothing, so there is nothing else to say. */
export const conversationalSchema = z.strictObject({
  kind: z.literal('conversational'),
  id: z.enum(CONVERSATIONAL_INTENTS),
  recognisedAs: z.enum(['label', 'command']),
});
