import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportList } from '../../api.ts';
import { reportHref } from '../shell/routes.ts';

/** The list beside which a report is shown whose number was pressed. */
export const NumberListContext = createContext<ReportList>('mine');

/** Where a report number leads. */
export function useNumberHref(): (number: string) => string {
  const list = useContext(NumberListContext);
  return (number) => reportHref(list, number);
}
