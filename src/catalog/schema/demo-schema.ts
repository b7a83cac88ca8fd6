import { z } from 'zod';
import type { CourseAction, DemoAnswer, DemoScenario, Texts } from '../../application/ports/demo-material.ts';
import { TRANSITION_ACTIONS, type TransitionAction } from '../../domain/workflow.ts';
import { idSchema } from './basic-schema.ts';

const weight = z.number().min(0);
const month = z.number().int().min(1).max(12);
const day = z.number().int().min(1).max(31);
const span = z.tuple([z.number().min(0), z.number().min(0)]);
const texts = z.strictObject({ ja: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

const answerSchema = z
  .union([texts, z.record(z.string(), weight)])
  .transform((answer): DemoAnswer =>
    Array.isArray(answer['ja'])
      ? { kind: 'texts', texts: answer as Texts }
      : { kind: 'choices', choices: answer as Record<string, number> },
  );

const scenarioSchema = z
  .strictObject({
    subtype: idSchema,
    weight,
    peaks: z.strictObject({ months: z.array(month).min(1), times: weight }).optional(),
    drill: z.boolean().default(false),
    lead: z.strictObject({
      ja: z.array(z.string().min(1)).min(1),
      en: z.array(z.string().min(1)).default([]),
    }),
    then: texts.default({ ja: [], en: [] }),
    occurred: span.optional(),
    answers: z.record(idSchema, answerSchema).default({}),
  })
  .transform(({ peaks, occurred, ...rest }): DemoScenario => ({
    ...rest,
    peaks: peaks ?? null,
    occurred: occurred ?? null,
  }));

const COURSE_ACTIONS = TRANSITION_ACTIONS.filter(isCourseAction);

export function isCourseAction(action: TransitionAction): action is CourseAction {
  return action !== 'withdraw' && action !== 'merge';
}

/** A row without `to` ends the course where it is; one without `action` goes there as the workflow does. */
const moveSchema = z
  .strictObject({
    to: idSchema.optional(),
    weight,
    action: z.enum(COURSE_ACTIONS).optional(),
    hours: span.default([0, 0]),
  })
  .transform(({ action, to, ...move }) => ({ ...move, action: action ?? null, to: to ?? null }));

/** organization/demo/<type>.yaml. */
export const demoTypeSchema = z.strictObject({
  share: weight,
  scenarios: z.array(scenarioSchema).min(1),
  course: z.record(idSchema, z.array(moveSchema).min(1)),
  notes: z.record(idSchema, texts),
  additions: texts,
});

export type DemoTypeFile = z.infer<typeof demoTypeSchema>;

/** organization/demo/setting.yaml. */
export const demoSettingSchema = z.strictObject({
  slots: z.record(idSchema, texts),
  season: z.strictObject({
    months: z.array(weight).length(12),
    days: z.array(z.strictObject({ months: z.array(month).min(1), from: day, to: day, weight })),
    closedDays: weight,
    hours: z.record(z.string().regex(/^([01]?\d|2[0-3])$/), weight),
  }),
  staff: z.strictObject({
    perOffice: z.number().int().min(1),
    englishEvery: z.number().int().min(1),
    names: z.array(z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })).min(1),
  }),
  own: z.record(idSchema, z.record(idSchema, z.number().int().min(1))),
});
