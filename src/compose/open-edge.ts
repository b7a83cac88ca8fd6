import { exportReports } from '../application/export-reports.ts';
import { boards } from '../application/boards.ts';
import { forgetForm, keepForm, keptForm } from '../application/keep-form.ts';
import { listReports } from '../application/list-reports.ts';
import { formAgain, openForm } from '../application/open-form.ts';
import { ownTasks } from '../application/own-tasks.ts';
import { previewForm } from '../application/read-form.ts';
import { receive } from '../application/receive.ts';
import { cardAt, reportAt } from '../application/report-at.ts';
import { setPreferences } from '../application/set-preferences.ts';
import { showCard } from '../application/show-card.ts';
import { showDraft } from '../application/show-draft.ts';
import { showReport } from '../application/show-report.ts';
import { visibleReports } from '../application/visible-reports.ts';
import { waitingQuestions } from '../application/waiting-questions.ts';
import type { Workers } from '../application/keep-working.ts';
import type { Edge } from '../application/ports.ts';
import { bindChannel, unbindChannel } from '../application/bind-channel.ts';
import { readingLanguage, recognisePerson, registerPerson } from '../application/know-people.ts';
import { loseChannel, regainChannel } from '../application/lose-channel.ts';
import type { Surroundings } from '../application/surroundings.ts';
import type { Store } from '../storage/open-store.ts';

/** What every platform asks of the application. */
export function openEdge(
  surroundings: Surroundings,
  store: Store,
  workers: Workers,
  reach: { refresh(): Promise<void> },
): Edge {
  const deps = {
    ...surroundings,
    unitOfWork: store.work,
    inboxQueue: store.inbox,
    reader: store.reports,
    accounts: store.accounts,
    reachBook: store.reach,
    onReachChanged: () => reach.refresh(),
    postings: store.postings,
    preferences: store.preferences,
    keptForms: store.keptForms,
    onReceived: (person: string) => workers.person(person),
  };
  return {
    receive: (inbound) => receive(deps, inbound),
    receivedBefore: (platform, eventId) => store.inbox.known(platform, eventId),
    openForm: (person, press) => openForm(deps, person, press),
    formAgain: (person, press) => formAgain(deps, person, press),
    preview: (person, press, values) => previewForm(deps, person, press, values),
    keepForm: (person, typed) => keepForm(deps, person, typed),
    keptForm: (person, press) => keptForm(deps, person, press),
    forgetForm: (person, press) => forgetForm(deps, person, press),
    reportAt: (at, ref) => reportAt(deps, at, ref),
    cardAt: (person, at, number) => cardAt(deps, person, at, number),
    visible: (person, numbers) => visibleReports(deps, person, numbers),
    reports: (person, query) => listReports(deps, person, query),
    tasks: (person, most) => ownTasks(deps, person, most),
    exportReports: (person, query) => exportReports(deps, person, query),
    questions: (person) => waitingQuestions(deps, person),
    boards: (person) => boards(deps, person),
    report: (person, number, again) => showReport(deps, person, number, again),
    card: (person, at, number) => showCard(deps, person, at, number),
    worked: (person, withinMs) => workers.worked(person, withinMs),
    recognise: (account, profile) => recognisePerson(deps, account, profile),
    speaks: (account, language) => deps.accounts.speaks(account, language),
    languageOf: (person, account) => readingLanguage(deps, person, account),
    forget: (account) => deps.accounts.forget(account),
    register: (account, profile, unit) => registerPerson(deps, account, profile, unit),
    bindChannel: (person, channel, words) => bindChannel(deps, person, channel, words),
    unbindChannel: (person, channel) => unbindChannel(deps, person, channel),
    loseChannel: (channel) => loseChannel(deps, channel),
    regainChannel: (channel) => regainChannel(deps, channel),
    draft: (person) => showDraft(deps, person),
    preferences: (person) => store.preferences.of(person),
    setPreferences: (person, change) =>
      store.work.transact((tx) => setPreferences(surroundings, tx, person, change, surroundings.ids.uuid())),
  };
}
