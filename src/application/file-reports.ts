import { assess, officeOf, typeOf } from '../domain/assessment.ts';
import { instantOf } from '../domain/business-time.ts';
import type { Draft } from '../domain/dialog/conversation.ts';
import { suspectedError } from '../domain/dialog/suspicion.ts';
import { suspicionsOf } from '../domain/facts.ts';
import type { EventFacts, NewEvent } from '../domain/ledger.ts';
import { reportNumber } from '../domain/report-number.ts';
import type { Filing, Report } from '../domain/report.ts';
import type { Route } from '../domain/routing.ts';
import type { Visibility } from '../domain/visibility.ts';
import type { Term, Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { beginChain, record } from './record-event.ts';
import { moment, rulesFor, type Surroundings } from './surroundings.ts';

const NUMBER_TRIES = 8;

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
  for (const draft of drafts.flatMap((one) => [one, ...hidden(deps, one, office)])) {
    filed.push(await fileOne(deps, tx, person, officeOf(draft.answers, office), draft));
  }
  const linked = filed.length > 1 ? await linkAll(deps, tx, person, filed) : filed;
  for (const report of linked) await postCards(deps, tx, report);
  return linked;
}

async function fileOne(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  office: string,
  draft: Draft,
): Promise<Report> {
  const rules = rulesFor(deps, person, office);
  const type = typeOf(rules, draft.type);
  const assessment = assess(rules, draft, office, rules.today);
  const filing = filingOf(draft);
  for (let attempt = 0; attempt < NUMBER_TRIES; attempt++) {
    const id = deps.ids.uuid();
    const number = reportNumber(type.code, rules.today, deps.ids.reportCode());
    const common = { actor: person, at: rules.now };
    const filedFacts: EventFacts = {
      number,
      type: draft.type,
      subtype: draft.subtype,
      formVersion: draft.formVersion,
      level: assessment.severity.level,
      severityRows: assessment.severity.rows,
      raisedBy: assessment.severity.raisedBy,
      state: type.workflow.initial,
      office,
      line: assessment.line,
      drill: draft.drill,
      foundAt: foundAt(deps, draft),
    };
    const { report, events } = beginChain(deps, id, [
      { ...common, kind: 'filed', facts: filedFacts, content: JSON.stringify(filing) },
      { ...common, kind: 'routed', facts: routedFacts(draft.type, assessment.route), content: null },
    ]);
    if (await tx.reports.create(report, events, termsOf(deps, report))) return report;
  }
  throw new Error('no free report number: the random source repeats itself');
}

export function routedFacts(type: Draft['type'], route: Route): EventFacts {
  return {
    primary: route.primary,
    copies: route.copies,
    referrals: route.referrals,
    visibility: beforeTriage(type, route.visibility),
    escalation: route.escalation,
    rules: route.rules.map(({ id, version }) => `${id}@${version}`),
  };
}

/** A voice is open only after triage has looked at it. */
function beforeTriage(type: Draft['type'], visibility: Visibility): Visibility {
  return type === 'customer_voice' && visibility === 'open' ? 'units' : visibility;
}

function filingOf(draft: Draft): Filing {
  const { type, subtype, formVersion, text, answers, cues, urgent, drill, evidence } = draft;
  return {
    type,
    subtype,
    formVersion,
    text,
    answers,
    cues,
    suspicions: suspicionsOf(draft),
    urgent,
    drill,
    evidence,
  };
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
    const links: NewEvent[] = reports
      .filter((other) => other !== report)
      .map((other) => ({
        kind: 'linked',
        actor: person,
        at: now,
        facts: { number: other.number, visibility: other.visibility },
        content: null,
      }));
    linked.push(await record(deps, tx, report, links));
  }
  return linked;
}

/** 判明日時 as an instant; a day without a time counts from its beginning of business. */
function foundAt(deps: Surroundings, draft: Draft): string | null {
  const answer = draft.answers['found_at'];
  if (answer?.kind !== 'date') return null;
  const { calendar } = deps.catalogue;
  const [hour = 0, minute = 0] = (answer.time ?? '').split(':').map(Number);
  return instantOf(calendar, answer.date, answer.time === undefined ? calendar.opens : hour * 60 + minute);
}

/** Similar reports are found by the words of the matter; never those of a compliance report. */
function termsOf(deps: Surroundings, report: Report): Term[] {
  if (report.type === 'compliance') return [];
  const answers = Object.values(report.filing.answers).flatMap((answer) =>
    answer.kind === 'text' ? [answer.text] : [],
  );
  return deps.recognizer.terms([report.filing.text, ...answers].join('\n'));
}
