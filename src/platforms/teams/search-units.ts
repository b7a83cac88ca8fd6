import { z } from 'zod';
import { unitChoices } from '../../cards/unit-choices.ts';
import type { TeamsContext } from './context.ts';
import type { InvokeAnswer } from './edge.ts';
import { LIMITS } from './limits.ts';
import { tenantOf, type Activity } from './read-activity.ts';
import { UNITS } from './render-card.ts';

const query = z.object({
  dataset: z.literal(UNITS),
  queryText: z.string().max(200).default(''),
  queryOptions: z
    .object({ skip: z.int().min(0).default(0), top: z.int().min(1).default(15) })
    .default({ skip: 0, top: 15 }),
});

/** Offices and departments, looked up as somebody types into the menu of a form. Which there are is no secret of the tenant. */
export function searchUnits(teams: TeamsContext, activity: Activity): InvokeAnswer {
  const asked = query.safeParse(activity.value).data;
  if (!asked || (teams.tenant !== null && tenantOf(activity) !== teams.tenant))
    return { status: 400, body: {} };
  const { skip, top } = asked.queryOptions;
  const words = folded(asked.queryText);
  const locale = activity.locale?.toLowerCase().startsWith('en') ? 'en' : 'ja';
  const found = unitChoices({ ...teams, directory: teams }, locale)
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
