import { exportReports } from '../application/export-reports.ts';
import { boards } from '../application/boards.ts';
import { listReports } from '../application/list-reports.ts';
import { openForm } from '../application/open-form.ts';
import { previewForm } from '../application/read-form.ts';
import { receive } from '../application/receive.ts';
import { showDraft } from '../application/show-draft.ts';
import { showReport } from '../application/show-report.ts';
import { visibleReports } from '../application/visible-reports.ts';
import type { Workers } from '../application/keep-working.ts';
import type { Edge } from '../application/ports.ts';
import type { Surroundings } from '../application/surroundings.ts';
import type { Store } from '../storage/open-store.ts';

/** What every platform asks of the application. */
export function openEdge(surroundings: Surroundings, store: Store, workers: Workers): Edge {
  const deps = {
    ...surroundings,
    unitOfWork: store.work,
    inboxQueue: store.inbox,
    reader: store.reports,
    onReceived: (person: string) => workers.person(person),
  };
  return {
    receive: (inbound) => receive(deps, inbound),
    hasReceived: (platform, eventId) => store.inbox.isKnown(platform, eventId),
    openForm: (person, press) => openForm(deps, person, press),
    preview: (person, press, values) => previewForm(deps, person, press, values),
    visible: (person, numbers) => visibleReports(deps, person, numbers),
    reports: (person, query) => listReports(deps, person, query),
    exportReports: (person, query) => exportReports(deps, person, query),
    boards: (person) => boards(deps, person),
    report: (person, number) => showReport(deps, person, number),
    draft: (person) => showDraft(deps, person),
  };
}
