import { useNumberHref } from './number-list.ts';
import { spelled, splitNumbers } from './report-numbers.ts';

/** Words as they were written; the report numbers among them are links. */
export function PlainText({ text }: { text: string }) {
  const numberHref = useNumberHref();
  return (
    <>
      {splitNumbers(text).map(({ text: stretch, isNumber }, index) => {
        if (!isNumber) return stretch;
        const href = numberHref(stretch);
        const sign = (
          <span role="img" aria-label={spelled(stretch)}>
            {stretch}
          </span>
        );
        return href === null ? (
          sign
        ) : (
          <a key={index} class="number" href={href}>
            {sign}
          </a>
        );
      })}
    </>
  );
}
