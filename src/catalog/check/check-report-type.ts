import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { vocabularyOf, type FactVocabulary } from '../fact-vocabulary.ts';
import { reportTypeOf, type ReportTypeFile } from '../schema/report-type-schema.ts';
import type { Source } from '../source/source.ts';
import { checkClocks } from './check-clocks.ts';
import { checkCondition } from './check-condition.ts';
import { checkWorkflow } from './check-workflow.ts';
import { countQuestions, MOST_QUESTIONS } from './count-questions.ts';

/** What a report type names exists, its form can be asked in chat, and its compliance form cannot. */
export function checkReportType(source: Source, file: ReportTypeFile): CatalogueProblem[] {
  const facts = vocabularyOf([reportTypeOf(file)]);
  return [
    ...names(source, file),
    ...conditions(source, file, facts),
    ...raised(source, file, facts),
    ...checkWorkflow(source, file.workflow),
    ...checkClocks(source, file, facts),
    ...(file.sealed ? sealedForm(source, file) : askedForm(source, file)),
  ];
}

function names(source: Source, file: ReportTypeFile): CatalogueProblem[] {
  const hasSubtype = file.subtypes.some(({ id }) => id === file.defaultSubtype);
  const hasField = file.fields.some(({ id }) => id === file.gistField);
  return [
    ...(`intents/${file.id}.yaml` === source.file
      ? []
      : [problemAt(source, ['id'], 'wrong_file_name', { id: file.id })]),
    ...(hasSubtype
      ? []
      : [problemAt(source, ['defaultSubtype'], 'unknown_subtype', { subtype: file.defaultSubtype })]),
    ...file.fields
      .filter(({ settles }) => settles !== undefined && !file.fields.some(({ id }) => id === settles))
      .map(({ id, settles }) =>
        problemAt(source, ['fields', id, 'settles'], 'unknown_field', { field: String(settles) }),
      ),
    ...(hasField ? [] : [problemAt(source, ['gistField'], 'unknown_field', { field: file.gistField })]),
  ];
}

/** Severity is what gives the level, so that its rows cannot ask for it. */
function conditions(source: Source, file: ReportTypeFile, facts: FactVocabulary): CatalogueProblem[] {
  const withoutLevel = new Map(facts);
  withoutLevel.delete('level');
  return [
    ...file.fields.flatMap(({ id, askWhen }) =>
      checkCondition(source, ['fields', id, 'askWhen'], askWhen, facts),
    ),
    ...file.severity.rows.flatMap(({ id, when }) =>
      checkCondition(source, ['severity', 'rows', id, 'when'], when, withoutLevel),
    ),
    ...(file.storm ? checkCondition(source, ['storm', 'when'], file.storm.when, facts) : []),
    ...(file.inspection ? checkCondition(source, ['inspection', 'when'], file.inspection.when, facts) : []),
    ...file.checklist.flatMap(({ id, when }) =>
      checkCondition(source, ['checklist', id, 'when'], when, facts),
    ),
  ];
}

function raised(source: Source, file: ReportTypeFile, facts: FactVocabulary): CatalogueProblem[] {
  return file.severity.unknownRaises.flatMap((fact, index) =>
    facts.has(fact)
      ? []
      : [problemAt(source, ['severity', 'unknownRaises', index], 'unknown_fact', { fact })],
  );
}

function sealedForm(source: Source, file: ReportTypeFile): CatalogueProblem[] {
  return file.fields
    .filter(({ ask }) => ask)
    .map(({ id }) => problemAt(source, ['fields', id, 'ask'], 'sealed_asks', { field: id }));
}

function askedForm(source: Source, file: ReportTypeFile): CatalogueProblem[] {
  if (file.id === 'compliance') return [problemAt(source, ['sealed'], 'not_sealed', {})];
  const count = countQuestions(reportTypeOf(file));
  if (count <= MOST_QUESTIONS) return [];
  return [problemAt(source, ['fields'], 'too_many_questions', { count, most: MOST_QUESTIONS })];
}
