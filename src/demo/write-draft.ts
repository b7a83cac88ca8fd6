import type { DemoScenario, Texts } from '../application/ports.ts';
import type { Answer, Answers } from '../domain/answers.ts';
import { addDays, addMinutes, localOf, type Calendar, type Instant } from '../domain/business-time.ts';
import type { Draft } from '../domain/dialog/conversation.ts';
import { applicable } from '../domain/applicable.ts';
import type { Field } from '../domain/field.ts';
import type { Locale } from '../domain/organization.ts';
import type { ReportType } from '../domain/report-type.ts';
import { chosenAnswer } from './draft-answers.ts';
import type { Random } from './random.ts';
import { inLanguage, type Sense, type Templates } from './templates.ts';

export interface Occasion {
  /** When it is filed. */
  at: Instant;
  office: string;
  locale: Locale;
}

const MINUTES_TO_WRITE = [3, 90] as const;

/** What somebody has told the bot by the time they press 送信. */
export function writeDraft(
  { templates, calendar }: { templates: Templates; calendar: Calendar },
  type: ReportType,
  scenario: DemoScenario,
  occasion: Occasion,
  random: Random,
): Draft {
  const { at, office, locale } = occasion;
  const found = addMinutes(at, -random.between(...MINUTES_TO_WRITE));
  const occurred = addDays(localOf(calendar, found).date, -daysBefore(scenario, random));
  const chosen = choices(type, scenario, random);
  const words = new Map(Object.entries({ ...peopleIn(chosen), ...dayIn(occurred) }));
  const fill = (template: string) => templates.fill(template, locale, words, random);
  const sentences = sentencesOf(scenario, locale, words, random);
  const senses = sentences.map((one) => templates.senseOf(one, locale));
  const text = sentences.map(fill).join(locale === 'en' ? ' ' : '');
  const draft: Draft = {
    id: '',
    type: type.id,
    subtype: scenario.subtype,
    formVersion: type.formVersion,
    text,
    answers: {
      ...defaults(type, { text, found, office, calendar }),
      ...(scenario.occurred && { occurred_on: { kind: 'date', date: occurred } }),
      ...voiceKindOf(senses[0]),
      ...written(scenario, locale, fill, random),
      ...chosen,
    },
    cues: templates.cuesOf(text),
    // The material tells of no violation: where one is suspected all the same, the report would be kept from most.
    suspicions: (senses[0]?.suspicions ?? []).filter((suspicion) => suspicion !== 'violation'),
    voiceKind: senses[0]?.voiceKind ?? null,
    urgent: senses.some(({ urgent }) => urgent),
    drill: scenario.drill,
    evidence: (senses[0]?.evidence ?? []).filter((words) => text.includes(words)),
    takenFor: null,
    startedAt: found,
    touchedAt: at,
    today: localOf(calendar, at).date,
  };
  return { ...draft, answers: inForm(type, draft) };
}

/** One sentence or two; none that tells a number of people that is not known. */
function sentencesOf(
  { lead, then }: DemoScenario,
  locale: Locale,
  words: ReadonlyMap<string, string>,
  random: Random,
): string[] {
  const sayable = (texts: Texts) =>
    inLanguage(texts, locale).filter((text) => words.has('people') || !text.includes('{people}'));
  return [random.pick(sayable(lead)), random.pick(sayable(then))].filter((text) => text !== undefined);
}

function voiceKindOf(sense: Sense | undefined): Answers {
  return sense?.voiceKind ? { voice_kind: { kind: 'choice', choice: sense.voiceKind } } : {};
}

function dayIn(date: string): { month: string; day: string } {
  return { month: String(Number(date.slice(5, 7))), day: String(Number(date.slice(8))) };
}

function daysBefore({ occurred }: DemoScenario, random: Random): number {
  return occurred ? random.between(...occurred) : 0;
}

/** What the form fills in by itself. */
function defaults(
  type: ReportType,
  { text, found, office, calendar }: { text: string; found: Instant; office: string; calendar: Calendar },
): Answers {
  const { date, minute } = localOf(calendar, found);
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const answerOf = ({ default: filled }: Field): Answer | null => {
    if (filled === 'now') return { kind: 'date', date, time };
    if (filled === 'office') return { kind: 'unit', unit: office };
    if (filled === 'message') return { kind: 'text', text };
    return filled?.answer ?? null;
  };
  return Object.fromEntries(
    type.fields.flatMap((field) => {
      const answer = answerOf(field);
      return answer ? [[field.id, answer]] : [];
    }),
  );
}

function choices(type: ReportType, { answers }: DemoScenario, random: Random): Answers {
  return Object.fromEntries(
    type.fields.flatMap((field) => {
      const given = answers[field.id];
      const answer = given?.kind === 'choices' ? chosenAnswer(field, given, random) : null;
      return answer ? [[field.id, answer]] : [];
    }),
  );
}

function written(
  { answers }: DemoScenario,
  locale: Locale,
  fill: (template: string) => string,
  random: Random,
): Answers {
  const textOf = (texts: Texts): string => fill(random.pick(inLanguage(texts, locale)) ?? '');
  return Object.fromEntries(
    Object.entries(answers).flatMap(([field, given]) =>
      given.kind === 'texts' ? [[field, { kind: 'text', text: textOf(given.texts) }]] : [],
    ),
  );
}

/** A text may say how many people it is about: the number that is answered too. */
function peopleIn(answers: Answers): { people?: string } {
  const people = answers['people'];
  return people?.kind === 'count' ? { people: String(people.from) } : {};
}

/** Only what the form asks of such a matter. */
function inForm(type: ReportType, draft: Draft): Answers {
  const asked = new Set(applicable(type, draft).map(({ id }) => id));
  return Object.fromEntries(Object.entries(draft.answers).filter(([field]) => asked.has(field)));
}
