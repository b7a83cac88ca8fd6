import type { Answer, Answers } from '../domain/answers.ts';
import type {
  Label,
  Mention,
  ReportLabel,
  Suspicion,
  UnderstandingContext,
  VoiceKind,
} from '../domain/understanding.ts';
import type { ChoiceField } from './extract/choices.ts';
import { findChoice } from './extract/choices.ts';
import type { Moment } from './extract/dates.ts';
import { findDates } from './extract/dates.ts';
import { findDocumentNames } from './extract/document-names.ts';
import type { Found } from './extract/found.ts';
import type { Unit } from './extract/quantities.ts';
import { findQuantities } from './extract/quantities.ts';
import type { Topic } from './extract/statements.ts';
import { findQuotation, findRest, findStatement } from './extract/statements.ts';
import type { FindUnits } from './extract/units.ts';
import type { Document } from './features.ts';
import { originalWords } from './normalize.ts';

/** What extractors read from. */
export interface Source {
  document: Document;
  context: UnderstandingContext;
  findUnits: FindUnits;
  voiceKind: VoiceKind | null;
  suspicions: readonly Suspicion[];
}

/** What ends in the name of a form that one person hands in or gets. */
const FILED = /(届|届書|届出|請求書|申請書|申出書|通知書|証書)(約|計)?$/u;

type Extractor = (source: Source) => Found<Answer> | null;

/** Which extractor feeds which field of which type. Field and option ids are those of intents/*.yaml. */
const FIELDS: Readonly<Record<ReportLabel, Readonly<Record<string, Extractor>>>> = {
  incident: {
    summary: wholeMessage,
    occurred_on: day,
    found_at: momentFound,
    found_by: findingUnit,
    document: documentName,
    people: (source) => quantity('people')(source) ?? filings(source),
    personal_data: choice('personal_data'),
    recovered: choice('recovered'),
    opened: choice('opened'),
    first_response: statement('first_response'),
    urgency: choice('urgency'),
    caused_by: choice('caused_by'),
    amount: quantity('yen'),
    publication_wish: choice('publication_wish'),
  },
  proposal: {
    problem,
    change: ({ document }) =>
      text(document, findStatement('change', document.text)) ?? wholeMessage({ document }),
    target: documentName,
    effect: statement('effect'),
    tried: choice('tried'),
  },
  customer_voice: {
    words: ({ document }) => text(document, findQuotation(document.text)) ?? wholeMessage({ document }),
    received_at: day,
    channel: choice('channel'),
    response: statement('response'),
    subject: documentName,
    voice_kind: ({ voiceKind }) => inferred(voiceKind),
    suspicion: ({ suspicions }) => inferred(suspectedField(suspicions)),
  },
  // The private route only: nothing that was said is carried on.
  compliance: {},
  risk: {
    concern: wholeMessage,
    task: documentName,
    consequence: statement('consequence'),
    safeguard: statement('safeguard'),
  },
  knowledge: {
    situation: statement('situation'),
    practice: wholeMessage,
    basis: choice('basis'),
  },
};

/** The answers that a message already gives to the fields of a type, and the words each was read from. */
export function prefill(label: Label, source: Source): { answers: Answers; mentions: Mention[] } {
  if (label === 'status' || label === 'other') return { answers: {}, mentions: [] };
  const read = Object.entries(FIELDS[label]).flatMap(([field, extract]) => {
    const answer = extract(source);
    return answer === null ? [] : [{ field, answer }];
  });
  return {
    answers: Object.fromEntries(read.map(({ field, answer }) => [field, answer.value])),
    mentions: read
      .filter(({ answer }) => answer.end > answer.start)
      .map(({ field, answer }) => ({
        field,
        words: originalWords(source.document, answer.start, answer.end),
      })),
  };
}

function wholeMessage({ document }: Pick<Source, 'document'>): Found<Answer> | null {
  return text(document, { value: document.text, start: 0, end: document.text.length });
}

/** Text answers keep the person's own typing. */
function text(document: Document, part: Found<string> | null): Found<Answer> | null {
  if (part === null) return null;
  const words = originalWords(document, part.start, part.end);
  return words === '' ? null : { ...part, value: { kind: 'text', text: words } };
}

function statement(topic: Topic): Extractor {
  return ({ document }) => text(document, findStatement(topic, document.text));
}

function problem({ document }: Source): Found<Answer> | null {
  const change = findStatement('change', document.text);
  return change === null ? null : text(document, findRest(document.text, change));
}

function choice(field: ChoiceField): Extractor {
  return ({ document }) => {
    const option = findChoice(field, document.text);
    return option && { ...option, value: { kind: 'choice', choice: option.value } };
  };
}

/** A choice that no single words give. */
function inferred(option: string | null): Found<Answer> | null {
  return option === null ? null : { value: { kind: 'choice', choice: option }, start: 0, end: 0 };
}

function suspectedField(suspicions: readonly Suspicion[]): string | null {
  if (suspicions.includes('violation')) return 'violation';
  return suspicions.includes('clerical_error') ? 'error' : null;
}

function day({ document, context }: Source): Found<Answer> | null {
  const [first] = findDates(document.text, context.today);
  return first === undefined ? null : dateAnswer(first);
}

/** Only a day that is said to be when it came to light; otherwise it was found now. */
function momentFound({ document, context }: Source): Found<Answer> | null {
  const moment = findDates(document.text, context.today).find(({ end }) =>
    /^[^。\n]{0,12}(判明|発覚|発見|気(づ|付)|見つか|分かっ|わかっ|申し?出|連絡が|noticed|found)/u.test(
      document.text.slice(end),
    ),
  );
  return moment === undefined ? null : dateAnswer(moment);
}

function dateAnswer({ value, start, end }: Found<Moment>): Found<Answer> {
  return { value: { kind: 'date', ...value }, start, end };
}

function quantity(unit: Unit): Extractor {
  return ({ document }) => {
    const largest = findQuantities(document.text)
      .filter((each) => each.value.unit === unit)
      .sort((a, b) => b.value.from - a.value.from)[0];
    if (largest === undefined) return null;
    return { ...largest, value: { kind: 'count', from: largest.value.from, to: largest.value.to } };
  };
}

/** 「変更届18件」: each of them is somebody's, when nobody is counted. */
function filings({ document }: Source): Found<Answer> | null {
  const filed = findQuantities(document.text)
    .filter(({ value, start }) => value.unit === 'cases' && FILED.test(document.text.slice(0, start)))
    .sort((a, b) => b.value.from - a.value.from)[0];
  return filed === undefined
    ? null
    : { ...filed, value: { kind: 'count', from: filed.value.from, to: filed.value.to } };
}

function documentName({ document }: Source): Found<Answer> | null {
  const [first] = findDocumentNames(document.text, document.lexicon);
  return first === undefined ? null : { ...first, value: { kind: 'text', text: first.value } };
}

/** The unit that found it: 「当所で判明」「みどり年金事務所です」. Another unit that is only mentioned may have caused it. */
function findingUnit({ document, context, findUnits }: Source): Found<Answer> | null {
  const unit = findUnits(document.text, document.tokens, context.unit).find(({ value, start, end }) => {
    const after = document.text.slice(end);
    const introduces = start <= 2 && /^(です|より|から報告|の[^。、\n]{1,8}です)/u.test(after);
    return (
      value === context.unit ||
      introduces ||
      /^(で|において|にて)[^。\n]{0,16}(判明|発見|発覚|見つ|気(づ|付))/u.test(after)
    );
  });
  return unit === undefined ? null : { ...unit, value: { kind: 'unit', unit: unit.value } };
}
