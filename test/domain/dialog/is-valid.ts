import { isDeepStrictEqual } from 'node:util';
import { flawOf } from '../../../src/domain/check-answer.ts';
import { enteredIn } from '../../../src/domain/dialog/campaigns.ts';
import type { Conversation, Draft, Step } from '../../../src/domain/dialog/conversation.ts';
import type { DialogRules } from '../../../src/domain/dialog/dialog-rules.ts';
import { factsOf } from '../../../src/domain/facts.ts';
import { holds } from '../../../src/domain/condition.ts';
import type { Field } from '../../../src/domain/field.ts';
import type { ReportType } from '../../../src/domain/report-type.ts';
import { severityOf } from '../../../src/domain/severity.ts';

const FILEABLE = ['incident', 'proposal', 'customer_voice', 'risk', 'knowledge'];

/** What is wrong with a conversation, in words for whoever reads a failed test; nothing for a valid one. */
export function flawsOf(rules: DialogRules, state: Conversation): string[] {
  const { turn, step, drafts, past } = state;
  const version: number = state.version;
  return [
    ...complain(version === 1, `version ${version}`),
    ...complain(Number.isSafeInteger(turn) && turn >= 0, `turn ${turn}`),
    ...complain(isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state), 'no plain JSON'),
    ...complain(past.length <= 20, `${past.length} steps back`),
    ...draftFlaws(rules, drafts),
    ...stepFlaws(rules, step, drafts),
    ...past.flatMap((earlier) => [
      ...draftFlaws(rules, earlier.drafts),
      ...stepFlaws(rules, earlier.step, earlier.drafts).map((flaw) => `back: ${flaw}`),
    ]),
  ];
}

/** Whether everything that must be told of a draft, and everything that chat asks, has an answer. */
export function isReady(rules: DialogRules, draft: Draft): boolean {
  return fieldsNow(typeOf(rules, draft), draft)
    .filter((field) => field.required || field.ask)
    .every((field) => draft.answers[field.id] !== undefined);
}

export function draftFlaws(rules: DialogRules, drafts: readonly Draft[]): string[] {
  const ids = drafts.map(({ id }) => id);
  return [
    ...complain(new Set(ids).size === ids.length, `the same draft twice: ${ids.join(', ')}`),
    ...drafts.flatMap((draft) => {
      const type = rules.types.get(draft.type);
      if (!FILEABLE.includes(draft.type) || !type) return [`a draft of type ${draft.type}`];
      return [
        ...complain(draft.formVersion === type.formVersion, `form version ${draft.formVersion}`),
        ...complain(
          type.subtypes.some(({ id }) => id === draft.subtype),
          `subtype ${draft.subtype}`,
        ),
        ...complain(
          draft.campaign === undefined || enteredIn(rules, draft) === draft.campaign,
          `entered in ${draft.campaign ?? ''}`,
        ),
        ...Object.keys(draft.answers).flatMap((field) => answerFlaws(rules, type, draft, field)),
      ];
    }),
  ];
}

function answerFlaws(rules: DialogRules, type: ReportType, draft: Draft, id: string): string[] {
  const field = type.fields.find((one) => one.id === id);
  const answer = draft.answers[id];
  if (!field || !answer) return [`an answer to ${id}, which ${type.id} does not ask`];
  // The person's own words are kept whole, however long.
  if (id === type.gistField && answer.kind === 'text' && answer.text === draft.text) return [];
  const flaw = flawOf(field, answer, rules.today, rules.organization);
  return complain(flaw === null, `${id}: ${JSON.stringify(answer)} is ${String(flaw?.key)}`);
}

function stepFlaws(rules: DialogRules, step: Step, drafts: readonly Draft[]): string[] {
  const open = drafts.length > 0;
  switch (step.kind) {
    case 'idle':
      return complain(!open, 'idle with a draft');
    case 'choosing_type': {
      const fileable = step.guesses.every(({ label }) => FILEABLE.includes(label));
      return [
        ...complain(fileable, 'a guess that chat cannot file'),
        ...complain(step.menu || step.guesses.length === 2, `${step.guesses.length} guesses`),
      ];
    }
    case 'choosing_split': {
      const fileable = step.items.every(({ type }) => FILEABLE.includes(type));
      return complain(fileable && step.items.length > 1, 'a split that cannot be');
    }
    case 'known_already':
      return complain(drafts[step.draft]?.known !== undefined, 'nothing is known');
    case 'asking':
      return askingFlaws(rules, drafts[step.draft], step);
    case 'reviewing':
      return complain(
        open && drafts.every((draft) => isReady(rules, draft)),
        'a summary with open questions',
      );
    case 'choosing_field':
      return complain(open, 'nothing to edit');
    case 'resuming':
      return [
        ...complain(open && step.step.kind !== 'resuming', 'nothing to resume'),
        ...stepFlaws(rules, step.step, drafts),
      ];
    case 'asking_drill':
    case 'stopped':
    case 'confirming_correction':
    case 'writing_addition':
    case 'writing_for_act':
      return [];
  }
}

function askingFlaws(
  rules: DialogRules,
  draft: Draft | undefined,
  step: { draft: number; field: string },
): string[] {
  if (!draft) return [`asks about draft ${step.draft}, which is not there`];
  const asked = fieldsNow(typeOf(rules, draft), draft).find(({ id }) => id === step.field);
  if (!asked) return [`asks for ${step.field}, which does not apply`];
  const chat = asked.screen === 'first' || asked.screen === 'more' || asked.ask;
  return complain(chat, `asks for ${step.field}, which comes later`);
}

/** The fields that apply to a draft as it stands. */
export function fieldsNow(type: ReportType, draft: Draft): Field[] {
  const { level } = severityOf(type.severity, factsOf(type, draft));
  return type.fields.filter((field) => holds(field.askWhen, factsOf(type, draft, level)));
}

function typeOf(rules: DialogRules, { type }: Draft): ReportType {
  const found = rules.types.get(type);
  if (!found) throw new Error(`no type ${type}`);
  return found;
}

function complain(fine: boolean, flaw: string): string[] {
  return fine ? [] : [flaw];
}
