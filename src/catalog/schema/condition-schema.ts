import { z } from 'zod';
import { ALWAYS, type Condition } from '../../domain/condition.ts';
import { levelOf } from './level-schema.ts';

/**
 * A mapping of facts, all of which must hold: `{ cue: press, personal_data: [yes, unknown], people: { atLeast: 10 },
 * effect: { known: false }, not: {…}, any: [{…}, {…}], all: [{…}, {…}] }`. Empty always holds.
 */
export const conditionSchema: z.ZodType<Condition> = z.unknown().transform((raw, context) => {
  const reader = new ConditionReader();
  const condition = reader.read(raw, []);
  for (const path of reader.mistakes) context.addIssue({ code: 'custom', message: 'bad_condition', path });
  return condition;
});

type Path = (string | number)[];

class ConditionReader {
  readonly mistakes: Path[] = [];

  read(raw: unknown, path: Path): Condition {
    if (!isMapping(raw)) return this.mistake(path);
    const parts = Object.entries(raw).map(([key, value]) => this.part(key, value, [...path, key]));
    const [first, ...rest] = parts;
    if (!first) return ALWAYS;
    return rest.length === 0 ? first : { kind: 'all', of: parts };
  }

  private part(key: string, value: unknown, path: Path): Condition {
    switch (key) {
      case 'not':
        return { kind: 'not', of: this.read(value, path) };
      case 'any':
      case 'all':
        if (!Array.isArray(value) || value.length === 0) return this.mistake(path);
        return { kind: key, of: value.map((one, index) => this.read(one, [...path, index])) };
      default:
        return this.fact(key, value, path);
    }
  }

  private fact(fact: string, value: unknown, path: Path): Condition {
    if (isMapping(value)) return this.comparison(fact, value, path);
    const values = (Array.isArray(value) ? value : [value]).map((one) => textOf(fact, one));
    if (values.length === 0 || values.some((one) => one === null)) return this.mistake(path);
    return { kind: 'is', fact, values: values.filter((one) => one !== null) };
  }

  private comparison(fact: string, mapping: Record<string, unknown>, path: Path): Condition {
    const [[operator, operand] = [], ...more] = Object.entries(mapping);
    if (more.length > 0) return this.mistake(path);
    if (operator === 'atLeast') {
      const value = fact === 'level' ? levelOf(operand) : operand;
      return typeof value === 'number' ? { kind: 'atLeast', fact, value } : this.mistake(path);
    }
    if (operator !== 'known' || typeof operand !== 'boolean') return this.mistake(path);
    const known: Condition = { kind: 'known', fact };
    return operand ? known : { kind: 'not', of: known };
  }

  private mistake(path: Path): Condition {
    this.mistakes.push(path);
    return ALWAYS;
  }
}

/** Levels are written S1 … S4, and are numbers as facts. */
function textOf(fact: string, value: unknown): string | null {
  if (fact === 'level') return levelOf(value)?.toString() ?? null;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : null;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
