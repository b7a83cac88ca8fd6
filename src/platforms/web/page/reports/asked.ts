import type { ReportFilter, ReportQuery } from '../../api-reports.ts';

/** What somebody asks of a list besides its name: words, filters, and which board. */
export type Asked = Omit<ReportQuery, 'list' | 'after'>;

export const FILTERS = [
  'type',
  'phase',
  'level',
  'due',
  'holder',
  'drill',
  'office',
  'unit',
  'from',
  'until',
] as const satisfies (keyof ReportFilter)[];
export type Filter = (typeof FILTERS)[number];

const KEYS = ['words', 'board', 'by', 'column', ...FILTERS] as const satisfies (keyof Asked)[];

/** As it stands in an address, in one order, so that the same view has one address; empty when nothing is asked. */
export function askedText(asked: Asked): string {
  const given = KEYS.flatMap((key) => (asked[key] ? [[key, asked[key]] as [string, string]] : []));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** What an address says; keys that this page does not know say nothing. */
export function askedIn(text: string): Asked {
  const query = new URLSearchParams(text);
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = query.get(key);
      return value ? [[key, value]] : [];
    }),
  );
}

export function filtersIn(asked: Asked): Filter[] {
  return FILTERS.filter((key) => asked[key]);
}

/** Everything but the filters; the words stay. */
export function withoutFilters(asked: Asked): Asked {
  return { ...asked, ...Object.fromEntries(FILTERS.map((key) => [key, undefined])) };
}
