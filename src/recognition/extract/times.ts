import type { Found } from './found.ts';
import { matchesOf } from '../matches.ts';

/** HH:MM on the 24-hour clock. */
export type ClockTime = string;

const TIME =
  /(午前|午後|朝|夕方|夜)?の?\s?(?:(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?|(\d{1,2}):(\d{2})(?!\d))|(正午)|\b(\d{1,2})(?::(\d{2}))?\s?(am|pm)\b/gu;
const AS_FAR_AS = 8;

/** The clock time within a few signs of a day: 「昨日15時」「今朝9:30」「10時からさっきまで」. */
export function timeNear(text: string, start: number, end: number): Found<ClockTime> | null {
  for (const match of matchesOf(text, TIME)) {
    const matchEnd = match.index + match[0].length;
    const near = match.index <= end + AS_FAR_AS && matchEnd >= start - AS_FAR_AS;
    const value = near ? clockTime(match) : null;
    if (value !== null) return { value, start: match.index, end: matchEnd };
  }
  return null;
}

function clockTime([
  ,
  part,
  hours,
  minutes,
  half,
  digitalHours,
  digitalMinutes,
  noon,
  h12,
  m12,
  meridiem,
]: RegExpExecArray): ClockTime | null {
  if (noon !== undefined) return '12:00';
  const hour = Number(hours ?? digitalHours ?? h12);
  const minute = half === undefined ? Number(minutes ?? digitalMinutes ?? m12 ?? 0) : 30;
  const afternoon = (/午後|夕方|夜/u.test(part ?? '') || meridiem === 'pm') && hour < 12;
  const midnight = meridiem === 'am' && hour === 12;
  const onDay = midnight ? 0 : hour + (afternoon ? 12 : 0);
  if (onDay > 23 || minute > 59) return null;
  return `${String(onDay).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
