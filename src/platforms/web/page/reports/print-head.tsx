import { useEffect, useRef } from 'preact/hooks';
import { useTimes } from '../parts/times.ts';
import { useSay } from '../say.ts';
import { ReportNumber } from './report-number.tsx';

/** Stands above a report on paper only: what it is, and of when this print is. */
export function PrintHead({ number }: { number: string }) {
  const say = useSay();
  const times = useTimes();
  const moment = useRef<HTMLSpanElement>(null);
  const now = () => times.moment(new Date().toISOString());

  // Written directly: the browser prints what stands there when this event is over.
  useEffect(() => {
    const stamp = () => {
      if (moment.current) moment.current.textContent = say('page.printed', { at: now() });
    };
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, [say, times]);

  return (
    <header class="print-head">
      <p>
        <ReportNumber number={number} />
        <span ref={moment}>{say('page.printed', { at: now() })}</span>
      </p>
    </header>
  );
}
