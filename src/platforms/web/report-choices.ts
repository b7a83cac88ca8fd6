import { unitChoices } from '../../cards/unit-choices.ts';
import { localOf } from '../../domain/business-time.ts';
import { lasts } from '../../domain/organization.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';
import { REPORT_LABELS } from '../../domain/understanding.ts';
import type { ReportChoices } from './api-reports.ts';
import type { Choice } from './api.ts';
import type { WebContext } from './context.ts';
import type { Reader } from './sessions.ts';

/** What a person can narrow lists by: the types people file, and the units of today. */
export function reportChoices(web: WebContext, { person, locale }: Reader): ReportChoices {
  const { organization, calendar } = web.directory;
  const today = localOf(calendar, web.clock.now()).date;
  const say = (text: Phrase) => web.words.say(text, locale);
  const unit = (id: string): Choice => ({ value: id, title: say(phrase('value', { value: { unit: id } })) });
  const inCharge = [...organization.units.values()].filter(
    (one) => one.kind === 'department' && lasts(one, today),
  );
  return {
    types: REPORT_LABELS.filter((type) => type !== 'compliance').map((type) => ({
      value: type,
      title: say(phrase(`type.${type}`)),
    })),
    offices: unitChoices(web, locale).map(({ id, name, group }) => ({ value: id, title: name, group })),
    units: inCharge.map(({ id }) => unit(id)),
    boards: web.edge.boards(person.id).map(unit),
  };
}
