import type { Instant } from '../domain/business-time.ts';
import type { Conversation } from '../domain/dialog/conversation.ts';
import {
  NOTHING_SETTLED,
  type CorrectionTarget,
  type Said,
  type Settled,
} from '../domain/dialog/dialog-event.ts';
import type { DialogRules } from '../domain/dialog/dialog-rules.ts';
import { START_BUTTONS } from '../domain/dialog/matter.ts';
import { typedAlikeButtons } from '../domain/dialog/alike-view.ts';
import { isFileable, present } from '../domain/dialog/present.ts';
import { typeOf } from '../domain/assessment.ts';
import { fieldOf } from '../domain/report-type.ts';
import { may } from '../domain/permission.ts';
import { LOCALES, type Actor } from '../domain/organization.ts';
import type { Press } from '../domain/view.ts';
import type { ReportLabel, Understanding } from '../domain/understanding.ts';
import { findAlike } from './find-alike.ts';
import { findKnown } from './find-known.ts';
import type { Transaction } from './ports.ts';
import { recordViewsWithin, sinceRepeated } from './record-views.ts';
import { understandingContext, type Surroundings } from './surroundings.ts';

export interface Heard {
  id: string;
  text: string;
  hidden: readonly string[];
  attachments: number;
  /** When it was said. */
  at: Instant;
}

/** A text as the dialog takes it: understood, read as the answer that is waited for, and matched with what it changes. */
export async function listen(
  deps: Surroundings,
  tx: Transaction,
  at: { rules: DialogRules; state: Conversation; actor: Actor },
  heard: Heard,
  settled: Settled = NOTHING_SETTLED,
): Promise<Said> {
  const { rules, state } = at;
  const context = understandingContext(deps, rules.office, heard.at);
  const { step } = state;
  const draft = step.kind === 'asking' ? state.drafts[step.draft] : state.drafts[0];
  const field = step.kind === 'asking' && draft ? fieldOf(typeOf(rules, draft.type), step.field) : undefined;
  const type = settled.type ?? draft?.type ?? null;
  const heardAs = deps.recognizer.understand(heard.text, context);
  const told = draft || type !== heardAs.label ? toldOf(deps, heardAs, heard.text, type) : heardAs;
  const understanding = settledAs(deps, told, heard.text, settled);
  const { id, text, hidden, attachments } = heard;
  return {
    kind: 'said',
    id,
    text,
    hidden,
    attachments,
    understanding,
    reading: field ? deps.recognizer.read(heard.text, field, context) : null,
    extracted: type ? deps.recognizer.extract(heard.text, type, context) : understanding.prefill,
    settled,
    asks: deps.recognizer.isQuestion(text),
    target: draft || settled.type ? null : await targetOf(deps, tx, at, heard.text, understanding),
    ...(draft ? {} : await reportedBefore(deps, tx, at.actor, heard.text, understanding, settled)),
  };
}

/** A new matter is compared with earlier ones at once, while the person can still say that it is the same. */
async function reportedBefore(
  deps: Surroundings,
  tx: Transaction,
  actor: Actor,
  text: string,
  understanding: Understanding,
  settled: Settled,
): Promise<Pick<Said, 'alike' | 'known'>> {
  const { label } = understanding;
  if (!isFileable(label)) return {};
  const drill = settled.drill === true;
  const known = await findKnown(deps, tx.reader, { actor, text, understanding, drill });
  const alike = await findAlike(deps, tx.reader, { actor, text, type: label, drill });
  // One message may be listened to more than once, and shows them once.
  const viewing = { person: actor.person, by: 'alike', since: sinceRepeated(deps) } as const;
  await recordViewsWithin(
    deps,
    tx,
    viewing,
    alike.map(({ report }) => report),
  );
  return {
    ...(alike.length > 0 ? { alike: alike.map(({ shown }) => shown) } : {}),
    ...(known ? { known } : {}),
  };
}

/** The facts that the words tell of the type which they are said for, whatever they would be taken for by themselves. */
function toldOf(
  deps: Surroundings,
  understanding: Understanding,
  text: string,
  type: ReportLabel | null,
): Understanding {
  return type === null ? understanding : { ...understanding, cues: deps.recognizer.cues(text, type) };
}

function settledAs(
  deps: Surroundings,
  understanding: Understanding,
  text: string,
  { type }: Settled,
): Understanding {
  if (type === null || type === understanding.label) return understanding;
  return { ...understanding, label: type, subtype: deps.recognizer.subtype(text, type), evidence: [] };
}

/** 「やっぱり3人です」 with nothing open, or 「INC-26-…は3人でした」: the report that is meant, if it is the person's to change. */
async function targetOf(
  deps: Surroundings,
  tx: Transaction,
  { rules, state, actor }: { rules: DialogRules; state: Conversation; actor: Actor },
  text: string,
  understanding: Understanding,
): Promise<CorrectionTarget | null> {
  if (!understanding.correction) return null;
  const number = understanding.reportNumbers[0] ?? state.lastFiled;
  const report = number ? await tx.reports.lock(number) : null;
  if (!report || !may(actor, 'correct', report)) return null;
  const extracted = deps.recognizer.extract(text, report.type, understandingContext(deps, rules.office));
  const { gistField } = typeOf(rules, report.type);
  const answers = Object.fromEntries(Object.entries(extracted).filter(([field]) => field !== gistField));
  if (Object.keys(answers).length === 0) return null;
  return { report: report.number, type: report.type, before: report.filing.answers, answers };
}

/** A typed button label is the button: 「1人」, 「送信」, in either language. */
export function asPress(
  deps: Surroundings,
  rules: DialogRules,
  state: Conversation,
  text: string,
): Press | null {
  const typed = folded(text);
  // The buttons of the greeting work at any time.
  const buttons = [...(present(rules, state)?.buttons ?? []), ...typedAlikeButtons(state), ...START_BUTTONS];
  const meant = buttons.find(({ label }) =>
    LOCALES.some((locale) => folded(deps.words.say(label, locale)) === typed),
  );
  return meant?.press ?? null;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s「」[\]。.]/g, '');
}
