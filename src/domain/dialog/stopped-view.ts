import type { Rules } from '../assessment.ts';
import type { Step } from './conversation.ts';
import { phrase } from '../phrase.ts';
import { button, line, type View } from '../view.ts';

/**
 * A possible compliance matter: chat is not anonymous, nothing was kept, here are the windows. The notification
 * sentence says nothing of what it is about.
 */
export function stoppedView(rules: Rules, stop: Extract<Step, { kind: 'stopped' }>, turn: number): View {
  const { windows } = rules.organization;
  const lines = [
    phrase('cmp.stop'),
    phrase('cmp.maybe'),
    phrase('cmp.not_reported'),
    phrase('cmp.not_posted'),
    ...(stop.inPublic ? [phrase('cmp.in_channel')] : []),
    phrase('cmp.internal', { contact: windows.compliance.contact }),
    phrase('cmp.external', { contact: windows.external.contact }),
    ...(stop.harassment ? [phrase('cmp.harass', { contact: windows.harassment.contact })] : []),
    ...(stop.alsoIncident ? [phrase('cmp.incident_inside')] : []),
  ];
  const go = stop.alsoIncident
    ? button({ action: 'continue_report', turn }, phrase('btn.continue'))
    : button({ action: 'not_violation', turn }, phrase('btn.not_violation'));
  return {
    kind: 'question',
    lines: lines.map((one, index) => line(one, index === 0 ? 'strong' : 'plain')),
    inputs: [],
    buttons: [go, button({ action: 'windows' }, phrase('btn.windows'))],
    fallback: phrase('card.fallback.sealed'),
  };
}
