import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportList } from '../../api-reports.ts';
import { reportHref } from '../shell/routes.ts';

/** The list beside which a report is shown whose number was pressed, and the report that is shown already. */
export const NumberListContext = createContext<{ list: ReportList; own: string | null }>({
  list: 'mine',
  own: null,
});

/** Where a report number leads; null for the one that is before the reader. */
export function useNumberHref(): (number: string) => string | null {
  const { list, own } = useContext(NumberListContext);
  return (number) => (number === own ? null : reportHref(list, number));
}
