import { officeOf } from '../domain/assessment.ts';
import { enteredIn } from '../domain/dialog/campaigns.ts';
import type { Draft } from '../domain/dialog/conversation.ts';
import { suspectedError } from '../domain/dialog/suspicion.ts';
import type { Report } from '../domain/report.ts';
import { linksOf } from '../domain/links.ts';
import { beginReport } from './begin-report.ts';
import { createReport } from './create-report.ts';
import { joinEarlier } from './join-earlier.ts';
import { keepCandidate } from './keep-candidate.ts';
import type { Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
import { moment, type Surroundings } from './surroundings.ts';

/**
 * Files everything one person sends at once, in the caller's transaction: reports, ledger, cards. Two matters of one
 * message, and a voice with the error it hides, are linked to each other.
 */
export async function fileReports(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  office: string,
  drafts: readonly Draft[],
): Promise<Report[]> {
  const filed: Report[] = [];
  const all = drafts.flatMap((one) => [one, ...hidden(deps, one, office)]);
  for (const draft of all) {
    filed.push(await fileOne(deps, tx, person, officeOf(draft.answers, office), draft));
  }
  const linked = filed.length > 1 ? await linkAll(deps, tx, person, filed) : filed;
  const joined: Report[] = [];
  for (const [index, report] of linked.entries())
    joined.push(await joinEarlier(deps, tx, report, all[index]?.joins));
  for (const report of joined) await postCards(deps, tx, report);
  return joined;
}

async function fileOne(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  office: string,
  draft: Draft,
): Promise<Report> {
  const campaign = enteredIn({ ...deps.catalogue, ...moment(deps) }, draft) ?? undefined;
  const entered = { ...draft, campaign };
  const report = await createReport(deps, tx, () => beginReport(deps, { actor: person }, office, entered));
  await keepCandidate(deps, tx, draft, report);
  return report;
}

/** The error that a voice hides, as a report of its own. */
function hidden(deps: Surroundings, draft: Draft, office: string): Draft[] {
  const error = suspectedError(
    deps.catalogue,
    draft,
    office,
    deps.recognizer.subtype(draft.text, 'incident'),
  );
  return error ? [error] : [];
}

async function linkAll(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  reports: readonly Report[],
): Promise<Report[]> {
  const { now } = moment(deps);
  const linked: Report[] = [];
  for (const report of reports) {
    const links = linksOf(
      reports.filter((other) => other !== report),
      person,
      now,
    );
    linked.push(await record(deps, tx, report, links));
  }
  return linked;
}
