import { z } from 'zod';
import type { ClockDefinition } from '../../domain/clock.ts';
import { EVENT_KINDS } from '../../domain/ledger.ts';
import type { ReportType, Subtype } from '../../domain/report-type.ts';
import type { SeverityTable } from '../../domain/severity.ts';
import { REPORT_LABELS } from '../../domain/understanding.ts';
import { PHASES, type Phase, type Workflow } from '../../domain/workflow.ts';
import { idSchema } from './basic-schema.ts';
import { checklistSchema, evaluationSchema } from './checklist-schema.ts';
import { clockRules, clocksSchema, type ClockRow } from './clock-schema.ts';
import { conditionSchema } from './condition-schema.ts';
import { fieldsSchema } from './field-schema.ts';
import { levelSchema } from './level-schema.ts';
import { stormSchema } from './storm-schema.ts';
import { workflowSchema } from './workflow-schema.ts';

const subtypesSchema = z
  .record(
    idSchema,
    z
      .strictObject({
        focus: z.boolean().default(false),
        implies: z.record(idSchema, z.string()).default({}),
      })
      .nullable(),
  )
  .transform((subtypes): Subtype[] =>
    Object.entries(subtypes).map(([id, subtype]) => ({ id, ...(subtype ?? { focus: false, implies: {} }) })),
  );

const severitySchema = z
  .strictObject({
    unknownRaises: z.array(idSchema).default([]),
    rows: z.record(idSchema, z.strictObject({ level: levelSchema, when: conditionSchema })),
  })
  .transform(({ unknownRaises, rows }): SeverityTable => ({
    unknownRaises,
    rows: Object.entries(rows).map(([id, row]) => ({ id, ...row })),
  }));

/** intents/<report type>.yaml */
export const reportTypeSchema = z.strictObject({
  kind: z.literal('report'),
  id: z.enum(REPORT_LABELS),
  code: z.string().refine((code) => /^[A-Z]{3}$/.test(code), 'bad_id'),
  formVersion: z.int().positive(),
  risk: z.int().positive(),
  sealed: z.boolean().default(false),
  defaultSubtype: idSchema,
  gistField: idSchema,
  subtypes: subtypesSchema,
  fields: fieldsSchema,
  severity: severitySchema.default({ unknownRaises: [], rows: [] }),
  workflow: workflowSchema,
  checklist: checklistSchema.default([]),
  evaluation: evaluationSchema.nullable().default(null),
  clocks: clocksSchema,
  promises: z.array(idSchema).min(1),
  storm: stormSchema.nullable().default(null),
  inspection: z.strictObject({ when: conditionSchema }).nullable().default(null),
});

/** As written, with the ids of what it names not yet looked up. */
export type ReportTypeFile = z.infer<typeof reportTypeSchema>;

export function reportTypeOf(file: ReportTypeFile): ReportType {
  const { initial, states, transitions } = file.workflow;
  const workflow = { initial, states, transitions };
  return {
    id: file.id,
    code: file.code,
    formVersion: file.formVersion,
    risk: file.risk,
    sealed: file.sealed,
    subtypes: file.subtypes,
    defaultSubtype: file.defaultSubtype,
    fields: file.fields,
    gistField: file.gistField,
    severity: file.severity,
    workflow,
    checklist: file.checklist,
    evaluation: file.evaluation,
    clocks: Object.entries(file.clocks).map(([id, row]) => clockOf(id, row, workflow)),
    promises: file.promises.map((clock) => ({ clock })),
    storm: file.storm,
    inspection: file.inspection,
  };
}

function clockOf(id: string, row: ClockRow, workflow: Workflow): ClockDefinition {
  // A withdrawn report has nothing left to wait for, so that no file needs to say so.
  const ends = [...row.until.flatMap((moment) => endsOf(moment, workflow)), 'withdrawn'];
  const { when, from, repeats, pauses, remindAt, escalateAt, tellAt } = row;
  const rules = clockRules(row);
  return {
    id,
    when,
    starts: from,
    ends: [...new Set(ends)],
    rules,
    repeats,
    pauses,
    remindAt,
    escalateAt,
    tellAt,
    ...(row.extension === undefined ? {} : { extension: row.extension }),
  };
}

/** A phase is over once any state of it, or of a later one, is reached; states and events are themselves. */
function endsOf(moment: string, workflow: Workflow): string[] {
  const named =
    workflow.states.some(({ id }) => id === moment) || (EVENT_KINDS as readonly string[]).includes(moment);
  const phase = PHASES.indexOf(moment as Phase);
  if (named || phase < 0) return [moment];
  // A merge can be undone, and the clocks then run on: domain/deadline.ts stops them while it lasts.
  const merged = workflow.transitions.filter(({ action }) => action === 'merge').map(({ to }) => to);
  return workflow.states
    .filter((state) => PHASES.indexOf(state.phase) >= phase && !merged.includes(state.id))
    .map(({ id }) => id);
}
