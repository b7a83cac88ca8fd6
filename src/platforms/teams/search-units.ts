import { z } from 'zod';
import { unitChoices } from '../../cards/unit-choices.ts';
import type { TeamsContext } from './context.ts';
import type { InvokeAnswer } from './edge.ts';
import { LIMITS } from './limits.ts';
import type { Activity } from './read-activity.ts';
import { UNITS } from './render-card.ts';
import { whoDid } from './who.ts';

const query = z.object({
  dataset: z.literal(UNITS),
  queryText: z.string().max(200).default(''),
  queryOptions: z
    .object({ skip: z.int().min(0).default(0), top: z.int().min(1).default(15) })
    .default({ skip: 0, top: 15 }),
});

/**
 * Offices and departments, looked up as somebody types into the menu of a form, in the language in which they read the
 * form. Which there are is no secret of the tenant.
 */
export async function searchUnits(teams: TeamsContext, activity: Activity): Promise<InvokeAnswer> {
  const asked = query.safeParse(activity.value).data;
  if (!asked) return { status: 400, body: {} };
  const who = await whoDid(teams, activity);
  if (who.kind === 'guest' || who.kind === 'other_tenant' || who.kind === 'nobody')
    return { status: 403, body: {} };
  const { skip, top } = asked.queryOptions;
  const words = folded(asked.queryText);
  const found = unitChoices({ ...teams, directory: teams }, who.locale)
    .filter(
      ({ name, group }) => folded(name).includes(words) || (words !== '' && folded(group).includes(words)),
    )
    .sort((a, b) => Number(folded(b.name).startsWith(words)) - Number(folded(a.name).startsWith(words)))
    .slice(skip, skip + Math.min(top, LIMITS.searchResults));
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: found.map(({ id, name }) => ({ value: id, title: name })) },
    },
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}
