import type { Locale } from '../../domain/organization.ts';
import type { TeamsContext } from './context.ts';
import { homeCard, SHOWN } from './listed-card.ts';
import { isPersonal, replyTo, textOf, type Activity } from './read-activity.ts';
import { speak } from './speak.ts';
import { afterCommand } from './typed-command.ts';

/** The home card: what is asked of me, my reports, my tasks, a new report. False for everything else that is said. */
export async function onHome(
  teams: TeamsContext,
  activity: Activity,
  { person, locale }: { person: string; locale: Locale },
): Promise<boolean> {
  if (!isPersonal(activity) || afterCommand(teams.words, 'teams.home.title', textOf(activity)) !== '')
    return false;
  const [mine, tasks, questions] = await Promise.all([
    teams.edge.reports(person, { list: 'mine', words: '', after: null }),
    teams.edge.tasks(person, SHOWN),
    teams.edge.questions(person),
  ]);
  if (!mine.ok) return false;
  const to = replyTo(activity);
  await speak(teams, to, locale, homeCard(mine.value, tasks, questions));
  return true;
}
