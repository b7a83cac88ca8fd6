import type { Effect } from '../domain/dialog/dialog-event.ts';
import { notice } from '../domain/dialog/question-view.ts';
import type { Phrase } from '../domain/phrase.ts';
import { preferencesSetView } from '../domain/preferences-view.ts';
import type { Problem } from '../domain/problems.ts';
import type { Result } from '../domain/result.ts';
import type { View } from '../domain/view.ts';
import { answerList } from './answer-list.ts';
import { answerQuestion } from './answer-question.ts';
import { answerStatus, notFound } from './answer-status.ts';
import { addToReport, correctReport } from './change-report.ts';
import { confirmHandOver } from './confirm-hand-over.ts';
import type { Turn } from './conversation-turn.ts';
import { setPreferences } from './set-preferences.ts';
import type { Surroundings } from './surroundings.ts';

/** What leaves the conversation as it is. */
export async function answerEffect(
  { deps, tx, entry, rules, actor }: Omit<Turn, 'said'>,
  effect: Extract<
    Effect,
    {
      kind:
        | 'answer_question'
        | 'answer_status'
        | 'list_reports'
        | 'correct'
        | 'add'
        | 'set_preferences'
        | 'confirm_hand_over';
    }
  >,
): Promise<View[]> {
  switch (effect.kind) {
    case 'answer_question':
      return [await answerQuestion(deps, tx, { actor, ...effect })];
    case 'answer_status':
      return answerStatus(deps, tx, {
        actor,
        unit: rules.office,
        platform: entry.platform,
        ...effect,
      });
    case 'list_reports':
      return [await answerList(deps, tx, { actor, ...effect, platform: entry.platform })];
    case 'correct':
      return [resultView(deps, await correctReport(deps, tx, actor, effect))];
    case 'add':
      return [resultView(deps, await addToReport(deps, tx, actor, effect))];
    case 'set_preferences':
      await setPreferences(deps, tx, entry.person, effect.change, entry.id);
      return [preferencesSetView(effect.change)];
    case 'confirm_hand_over':
      return [await confirmHandOver(deps, tx, actor, effect.from)];
  }
}

function resultView(deps: Surroundings, result: Result<Phrase, Problem>): View {
  return result.ok ? notice([result.value]) : problemView(deps, result.problem);
}

export function problemView(deps: Surroundings, problem: Problem): View {
  return problem.kind === 'not_found' ? notFound() : notice([deps.words.problem(problem)]);
}
