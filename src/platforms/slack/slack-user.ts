import { z } from 'zod';

/** Who did something, by Slack's ids of the user and of the workspace. */
export interface SlackUser {
  id: string;
  team: string;
}

/** The members of an interaction payload that say who it was. */
export const sender = {
  user: z.looseObject({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.looseObject({ id: z.string().min(1) }).nullish(),
};

/** null when it is not said which workspace it comes from. */
export function slackUser({ user, team }: z.infer<z.ZodObject<typeof sender>>): SlackUser | null {
  const id = team?.id ?? user.team_id;
  return id === undefined ? null : { id: user.id, team: id };
}
