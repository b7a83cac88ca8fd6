import type { ActContext, Errand } from '../domain/acts/act.ts';
import { signedBy } from '../domain/deputy.ts';
import type { Filing, Report } from '../domain/report.ts';
import { linksOf, splitLinkOf } from '../domain/links.ts';
import { beginReport } from './begin-report.ts';
import { createReport } from './create-report.ts';
import type { Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
import type { Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/** A report that comes out of another one: filed for the same reporter, tied to it both ways, and posted like any other. */
export async function fileLinked(
  deps: Surroundings,
  tx: Transaction,
  { report, actor, now }: ActContext,
  { filing, office, told, real, part }: Extract<Errand, { kind: 'file' }>,
): Promise<Report> {
  const filed = await createReport(deps, tx, () =>
    beginReport(
      deps,
      { actor: actor.person, for: actor.for, reporter: report.reporter },
      office,
      real ? unmarked(deps, filing) : filing,
    ),
  );
  const links = (to: Report) => signedBy(actor, linksOf([to], actor.person, now));
  const back = part ? signedBy(actor, splitLinkOf(report, actor.person, now)) : links(report);
  const linked = await record(deps, tx, filed, back);
  await postCards(deps, tx, linked);
  const origin = await record(deps, tx, report, links(linked));
  await postCards(deps, tx, origin);
  const { number, reporter } = linked;
  if (reporter !== actor.person)
    await tellPerson(deps, tx, { person: reporter, view: told(linked), key: `${number}:filed` });
  return origin;
}

/** The words of what turned out to be real. */
function unmarked({ recognizer }: Surroundings, filing: Filing): Filing {
  const answers = Object.entries(filing.answers).map(([field, answer]) => [
    field,
    answer.kind === 'text' ? { ...answer, text: recognizer.withoutDrillMark(answer.text) } : answer,
  ]);
  return {
    ...filing,
    text: recognizer.withoutDrillMark(filing.text),
    answers: Object.fromEntries(answers) as Filing['answers'],
  };
}
