import { useState } from 'preact/hooks';
import type { ReportDetails as Details, ReportList } from '../../api-reports.ts';
import type { OpenedForm } from '../../api.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { act } from '../live/actions.ts';
import { Card } from '../parts/card.tsx';
import type { CardAction } from '../parts/card-action.ts';
import { NumberListContext } from '../parts/number-list.ts';
import { useSay } from '../say.ts';
import { Icon } from '../shell/icon.tsx';
import { CONVERSATION, listHref } from '../shell/routes.ts';
import { VIEW_HEADING } from '../shell/view-head.tsx';
import type { Asked } from './asked.ts';
import { PrintHead } from './print-head.tsx';
import { ReportNumber } from './report-number.tsx';
import { ReportThread } from './report-thread.tsx';
import { useReport } from './use-report.ts';

export interface ReportDetailsProps {
  list: ReportList;
  number: string;
  /** By what the list is narrowed to which one goes back. */
  asked: Asked;
  home: string;
  changes: object;
}

/** One report with everything this person may read and do. */
export function ReportDetails({ list, number, asked, home, changes }: ReportDetailsProps) {
  const say = useSay();
  const { details, problem, retry, awaitChange } = useReport(number, changes);

  return (
    <aside class="details" aria-label={say('page.details', { number })}>
      <header class="details-head">
        <a
          class="button bare details-back"
          href={listHref(list, asked)}
          aria-label={say('page.details_close')}
        >
          <Icon name="back" />
        </a>
        <h2 tabIndex={-1} {...{ [VIEW_HEADING]: '' }}>
          <ReportNumber number={number} />
        </h2>
        {details && <DetailsTools number={number} />}
        <a
          class="button bare details-close"
          href={listHref(list, asked)}
          aria-label={say('page.details_close')}
        >
          <Icon name="close" />
        </a>
      </header>
      <div class="scroll details-body">
        {problem !== null && (
          <div class={details ? 'blank blank-small' : 'blank'} role="alert">
            <p>{problem || say('page.list_failed')}</p>
            <button type="button" onClick={() => void retry()}>
              {say('page.retry')}
            </button>
          </div>
        )}
        {!details && problem === null && <p class="waiting">{say('page.loading')}</p>}
        {details && <DetailsCard list={list} details={details} home={home} awaitChange={awaitChange} />}
      </div>
    </aside>
  );
}

function DetailsTools({ number }: { number: string }) {
  const say = useSay();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(number).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="details-tools">
      <span role="status" class="details-copied">
        {copied !== null && say(copied ? 'page.copied' : 'page.not_copied')}
      </span>
      <button type="button" class="bare" onClick={() => void copy()}>
        <Icon name="copy" />
        {say('page.copy_number')}
      </button>
      <button type="button" class="bare" onClick={() => print()}>
        <Icon name="print" />
        {say('page.print')}
      </button>
    </div>
  );
}

interface DetailsCardProps {
  list: ReportList;
  details: Details;
  home: string;
  awaitChange: () => Promise<boolean>;
}

function DetailsCard({ list, details, home, awaitChange }: DetailsCardProps) {
  const say = useSay();
  const [form, setForm] = useState<OpenedForm | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [taken, setTaken] = useState(false);

  const run = async (action: CardAction) => {
    const reply = await act(home, action, null);
    setProblem(reply.ok ? null : reply.problem.message || say('page.not_sent'));
    setTaken(reply.ok && reply.value.form === null);
    if (reply.ok) setForm(reply.value.form);
  };

  const closed = () => {
    setForm(null);
    void awaitChange();
  };

  return (
    <article class="details-card" aria-label={details.title}>
      <PrintHead number={details.number} />
      <NumberListContext.Provider value={{ list, own: details.number }}>
        <Card card={details.card} act={(action) => void run(action)} />
      </NumberListContext.Provider>
      <div role="alert">{problem !== null && <p class="notice notice-alert">{problem}</p>}</div>
      <div role="status">
        {taken && (
          <p class="notice notice-calm">
            {say('page.taken')} <a href={CONVERSATION}>{say('page.taken_link')}</a>
          </p>
        )}
      </div>
      {details.thread && (
        <ReportThread
          key={details.number}
          number={details.number}
          thread={details.thread}
          home={home}
          press={(press) => void run({ press, values: null })}
          awaitChange={awaitChange}
        />
      )}
      {form && <FormDialog place={home} form={form} close={closed} />}
    </article>
  );
}
