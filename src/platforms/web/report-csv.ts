import { stringify } from 'csv-stringify/sync';
import type { Words } from '../../application/ports.ts';
import { localOf, type Calendar, type Instant } from '../../domain/business-time.ts';
import type { ListedReport } from '../../domain/listed-report.ts';
import type { Locale } from '../../domain/organization.ts';
import { phrase, type Phrase } from '../../domain/phrase.ts';

export interface Speech {
  words: Words;
  locale: Locale;
  calendar: Calendar;
}

/** Spreadsheets take a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

export const CSV_COLUMNS = [
  'number',
  'type',
  'subtype',
  'title',
  'level',
  'state',
  'office',
  'unit',
  'holder',
  'filed_at',
  'next',
  'due',
  'overdue',
  'drill',
  'campaign',
  'visibility',
  'classification',
] as const;

export function headLine({ words, locale }: Speech): string {
  return BYTE_ORDER_MARK + row(CSV_COLUMNS.map((column) => words.say(phrase(`export.${column}`), locale)));
}

/** One report as a line of a CSV file [RFC 4180], with the handling label that every sheet of it needs [D3]. */
export function reportLine(speech: Speech, report: ListedReport): string {
  const { words, locale } = speech;
  const say = (text: Phrase | null) => (text ? words.say(text, locale) : '');
  const yes = (holds: boolean) => (holds ? words.say(phrase('export.yes'), locale) : '');
  const at = (moment: Instant | null) => (moment ? localMoment(speech.calendar, moment) : '');
  const cells: Readonly<Record<(typeof CSV_COLUMNS)[number], string>> = {
    number: report.number,
    type: say(report.type),
    subtype: say(report.subtype),
    title: say(report.title),
    level: say(report.level),
    state: say(report.state),
    office: say(report.office),
    unit: say(report.unit),
    holder: say(report.holder),
    filed_at: at(report.filedAt),
    next: say(report.step),
    due: at(report.due),
    overdue: yes(report.overdue),
    drill: yes(report.drill),
    campaign: say(report.campaign),
    visibility: say(phrase(`visibility.${report.visibility}`)),
    classification: say(phrase('export.label')),
  };
  return row(CSV_COLUMNS.map((column) => cells[column]));
}

/** A cell that begins like a formula is only text when a spreadsheet opens it. */
function row(cells: string[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** As spreadsheets and people both read it. */
function localMoment(calendar: Calendar, at: Instant): string {
  const { date, minute } = localOf(calendar, at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
