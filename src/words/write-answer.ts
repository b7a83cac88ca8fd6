import type { Answer } from '../domain/answers.ts';
import { phrase } from '../domain/phrase.ts';
import { writeDate, writeTime } from './write-date.ts';
import { writeUnit, type Writing } from './write-value.ts';

/** An answer to a field of a report type, as a person would write it. */
export function writeAnswer(
  { field, of, answer }: { field: string; of: string; answer: Answer },
  writing: Writing,
): string {
  const { say } = writing;
  switch (answer.kind) {
    case 'unknown':
      return say(phrase('answer.unknown'));
    case 'text':
      return answer.text;
    case 'choice':
      return say(phrase(`field.${of}.${field}.option.${answer.choice}`));
    case 'date':
      return writeDay(answer, writing);
    case 'count':
      return say(phrase(`field.${of}.${field}.counted`, writeCount(answer, writing)));
    case 'unit':
      return writeUnit(answer.unit, writing);
  }
}

function writeDay({ date, time }: { date: string; time?: string }, writing: Writing): string {
  const day = writeDate(date, writing);
  if (time === undefined) return day;
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return writing.say(phrase('date.with_time', { date: day, time: writeTime(hour * 60 + minute, writing) }));
}

/** `open` is yes for 101人以上; the message of the field says what is counted. */
function writeCount(
  { from, to }: { from: number; to: number | null },
  writing: Writing,
): { n: string; open: string } {
  const least = from.toLocaleString(writing.locale);
  if (to === null) return { n: least, open: 'yes' };
  if (to === from) return { n: least, open: 'no' };
  return {
    n: writing.say(phrase('count.range', { from: least, to: to.toLocaleString(writing.locale) })),
    open: 'no',
  };
}
