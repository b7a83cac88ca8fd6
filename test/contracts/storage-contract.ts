import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { anOutlook, silentLog } from '../support/storage-samples.ts';
import { candidateCases } from './storage/candidate-cases.ts';
import { conversationCases } from './storage/conversation-cases.ts';
import { digestCases } from './storage/digest-cases.ts';
import { gatheredCases } from './storage/gathered-cases.ts';
import { inboxCases } from './storage/inbox-cases.ts';
import { ledgerCases } from './storage/ledger-cases.ts';
import { listCases } from './storage/list-cases.ts';
import { narrowingCases } from './storage/narrowing-cases.ts';
import { openQuestionCases } from './storage/open-question-cases.ts';
import { outboxCases } from './storage/outbox-cases.ts';
import { postingCases } from './storage/posting-cases.ts';
import { keptFormCases } from './storage/kept-form-cases.ts';
import { preferenceCases } from './storage/preference-cases.ts';
import { reachCases } from './storage/reach-cases.ts';
import { reportCases } from './storage/report-cases.ts';
import { scopeCases } from './storage/scope-cases.ts';
import { secrecyCases } from './storage/secrecy-cases.ts';
import { seedingCases } from './storage/seeding-cases.ts';
import { webChatCases } from './storage/web-chat-cases.ts';

export interface StorageUnderTest {
  store: Store;
  database: Database;
}

/** Called inside a test: the storage, empty when the test began. */
export type Given = () => StorageUnderTest;

/** What every database that tsutae runs on has to do. `open` gives one that is migrated. */
export function storageContract(name: string, open: () => Promise<Database>): void {
  describe(`storage on ${name}`, () => {
    let under: StorageUnderTest;
    beforeAll(async () => {
      const database = await open();
      under = {
        database,
        store: openStore({
          database,
          enqueue: () => Promise.resolve(),
          log: silentLog(),
          outlookOf: anOutlook,
        }),
      };
    });
    beforeEach(() => empty(under.database));
    afterAll(async () => {
      await under.store.stop();
      await under.database.close();
    });
    const given: Given = () => under;
    describe('inbox', () => inboxCases(given));
    describe('conversations', () => conversationCases(given));
    describe('outbox', () => outboxCases(given));
    describe('accounts and channels', () => reachCases(given));
    describe('postings', () => postingCases(given));
    describe('reports', () => reportCases(given));
    describe('lists', () => listCases(given));
    describe('narrowed lists', () => narrowingCases(given));
    describe('digests', () => digestCases(given));
    describe('preferences', () => preferenceCases(given));
    describe('kept forms', () => keptFormCases(given));
    describe('scope', () => scopeCases(given));
    describe('ledger', () => ledgerCases(given));
    describe('web chat', () => webChatCases(given));
    describe('writes of one moment', () => gatheredCases(given));
    describe('candidates', () => candidateCases(given));
    describe('open questions', () => openQuestionCases(given));
    describe('seeding', () => seedingCases(given));
    describe('secrecy', () => secrecyCases(given));
  });
}

async function empty(database: Database): Promise<void> {
  await database.execute(`
    ALTER TABLE ledger_event DISABLE TRIGGER USER;
    TRUNCATE inbox_entry, conversation, candidate, report, ledger_event, ledger_content, checkpoint, outbox_entry, posting,
      counter, web_place, web_read_mark, web_message, purpose, worked_out, account, registered_person,
      channel_binding, lost_channel, preference, held_news, kept_form, open_question RESTART IDENTITY;
    ALTER TABLE ledger_event ENABLE TRIGGER USER;`);
}
